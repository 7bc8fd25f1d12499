"""Take rights away from a worker process, which evaluates what strangers send.

All of it belongs to Linux; elsewhere the checks of the text alone stand guard.
"""

from __future__ import annotations

import ctypes
import os
import platform
import resource
import struct
import sys

_PR_SET_NO_NEW_PRIVS, _PR_SET_SECCOMP, _FILTER_MODE = 38, 22, 2
_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
_BIND_TCP, _CONNECT_TCP, _NET_PORT = 1, 2, 2
_LOAD, _JUMP_EQUAL, _RETURN = 0x20, 0x15, 0x06
_ALLOW, _DENY, _EACCES = 0x7FFF0000, 0x00050000, 13
# The audit number of the architecture, and its numbers of what may not be called:
# socket and socketpair, execve and execveat.
_CALLS = {
    "x86_64": (0xC000003E, (41, 53, 59, 322)),
    "aarch64": (0xC00000B7, (198, 199, 221, 281)),
}


def limit_memory(max_bytes: int) -> None:
    """Let the process fail rather than hold more memory than this.

    `RLIMIT_DATA` counts what is written and private, so that RocksDB's mapped files and
    the stacks of threads that are never touched cost nothing: `RLIMIT_AS` would need to
    be half a gigabyte higher.
    """
    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_DATA, (max_bytes, max_bytes))
    # A crash is an answer here, and a core file would hold what was asked.
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def confine(port: int) -> bool:
    """Let the process connect to this port alone, or for 0, to nothing; for good.

    Neither way needs rights: a seccomp filter forbids to open any socket or to run a
    program; Landlock forbids to connect to other ports. Returns whether the system
    has them.
    """
    if sys.platform != "linux":
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0):
        return False
    return _forbid_ports_but(libc, port) if port else _forbid_calls(libc)


def _forbid_calls(libc: ctypes.CDLL) -> bool:
    known = _CALLS.get(platform.machine())
    if known is None:
        return False
    program = b"".join(_program(*known))
    buffer = ctypes.create_string_buffer(program, len(program))
    header = _Program(len(program) // 8, ctypes.addressof(buffer))
    return not libc.prctl(_PR_SET_SECCOMP, _FILTER_MODE, ctypes.byref(header), 0, 0)


def _forbid_ports_but(libc: ctypes.CDLL, port: int) -> bool:
    rules = struct.pack("QQ", 0, _BIND_TCP | _CONNECT_TCP)
    ruleset = libc.syscall(_CREATE_RULESET, rules, len(rules), 0)
    if ruleset < 0:
        return False
    rule = struct.pack("QQ", _CONNECT_TCP, port)
    added = libc.syscall(_ADD_RULE, ruleset, _NET_PORT, rule, 0)
    forbidden = libc.syscall(_RESTRICT_SELF, ruleset, 0)
    os.close(ruleset)
    return not added and not forbidden


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_void_p))


def _program(architecture: int, calls: tuple[int, ...]) -> list[bytes]:
    """Return the filter: calls of another architecture, and these, are refused."""
    steps = [_step(_LOAD, 4), _step(_JUMP_EQUAL, architecture, then=1)]
    steps += [_step(_RETURN, _DENY | _EACCES), _step(_LOAD, 0)]
    for call in calls:
        steps += [_step(_JUMP_EQUAL, call, otherwise=1)]
        steps += [_step(_RETURN, _DENY | _EACCES)]
    return [*steps, _step(_RETURN, _ALLOW)]


def _step(code: int, value: int, *, then: int = 0, otherwise: int = 0) -> bytes:
    return struct.pack("HBBI", code, then, otherwise, value)
