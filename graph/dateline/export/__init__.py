"""Write the graph in the formats that other tools read."""

from dateline.export.formats import FORMATS, Basis, Format, Material, export

__all__ = ["FORMATS", "Basis", "Format", "Material", "export"]
