"""Countries: their names in the news, demonyms, capitals and epithets.

Written by hand. The first column is the name that a mention gets, whatever the text
calls the country; it is the short English name that newspapers use.
"""

from __future__ import annotations

from functools import lru_cache

# name | demonyms and adjectives | other names | capital
_TABLE = """
Afghanistan|Afghan,Afghans,Afghani,Afghanis|Islamic Emirate of Afghanistan|Kabul
Albania|Albanian,Albanians||Tirana
Algeria|Algerian,Algerians||Algiers
Andorra|Andorran,Andorrans||
Angola|Angolan,Angolans||Luanda
Antigua and Barbuda|Antiguan,Antiguans|Antigua|
Argentina|Argentine,Argentines,Argentinian,Argentinians,Argentinean||Buenos Aires
Armenia|Armenian,Armenians||Yerevan
Australia|Australian,Australians,Aussie,Aussies|Commonwealth of Australia|Canberra
Austria|Austrian,Austrians||Vienna
Azerbaijan|Azerbaijani,Azerbaijanis,Azeri,Azeris||Baku
Bahamas|Bahamian,Bahamians||
Bahrain|Bahraini,Bahrainis||Manama
Bangladesh|Bangladeshi,Bangladeshis||Dhaka
Barbados|Barbadian,Barbadians||
Belarus|Belarusian,Belarusians,Byelorussian|Belorussia,Byelorussia|Minsk
Belgium|Belgian,Belgians||
Belize|Belizean,Belizeans||
Benin|Beninese||
Bhutan|Bhutanese||Thimphu
Bolivia|Bolivian,Bolivians||La Paz
Bosnia and Herzegovina|Bosnian,Bosnians|Bosnia,Bosnia-Herzegovina|Sarajevo
Botswana|Botswanan,Botswanans||Gaborone
Brazil|Brazilian,Brazilians||Brasilia,Brasília
Brunei|Bruneian,Bruneians||
Bulgaria|Bulgarian,Bulgarians||Sofia
Burkina Faso|Burkinabe,Burkinabé|Upper Volta|Ouagadougou
Burundi|Burundian,Burundians||Bujumbura
Cambodia|Cambodian,Cambodians|Kampuchea|Phnom Penh
Cameroon|Cameroonian,Cameroonians||Yaounde,Yaoundé
Canada|Canadian,Canadians||Ottawa
Cape Verde|Cape Verdean|Cabo Verde|
Central African Republic|Central African||Bangui
Chad|Chadian,Chadians||N'Djamena
Chile|Chilean,Chileans||Santiago
China|Chinese|People's Republic of China,PRC,P.R.C.,mainland China|Beijing,Peking
Colombia|Colombian,Colombians||Bogota,Bogotá
Comoros|Comoran,Comorian||
Congo|Congolese|Democratic Republic of Congo,Democratic Republic of the Congo,DRC,DR Congo,Zaire|Kinshasa
Costa Rica|Costa Rican,Costa Ricans||San Jose,San José
Croatia|Croatian,Croatians,Croat,Croats||Zagreb
Cuba|Cuban,Cubans||Havana
Cyprus|Cypriot,Cypriots|Republic of Cyprus|Nicosia
Czech Republic|Czech,Czechs|Czechia|Prague
Czechoslovakia|Czechoslovak,Czechoslovakian||
Denmark|Danish,Dane,Danes||Copenhagen
Djibouti|Djiboutian,Djiboutians||
Dominica|||
Dominican Republic|||Santo Domingo
East Germany|East German,East Germans|German Democratic Republic,GDR|East Berlin
East Timor|East Timorese,Timorese|Timor-Leste|Dili
Ecuador|Ecuadorian,Ecuadorians,Ecuadorean||Quito
Egypt|Egyptian,Egyptians||Cairo
El Salvador|Salvadoran,Salvadorans,Salvadorean||San Salvador
Equatorial Guinea|Equatorial Guinean||Malabo
Eritrea|Eritrean,Eritreans||Asmara
Estonia|Estonian,Estonians||Tallinn
Eswatini|Swazi,Swazis|Swaziland|
Ethiopia|Ethiopian,Ethiopians||Addis Ababa
Fiji|Fijian,Fijians||Suva
Finland|Finnish,Finn,Finns||Helsinki
France|French,Frenchman,Frenchmen|French Republic|Paris
Gabon|Gabonese||Libreville
Gambia|Gambian,Gambians||Banjul
Georgia|Georgian,Georgians||Tbilisi
Germany|German,Germans|Federal Republic of Germany|Berlin
Ghana|Ghanaian,Ghanaians||Accra
Greece|Greek,Greeks|Hellenic Republic|Athens
Grenada|Grenadian,Grenadians||
Guatemala|Guatemalan,Guatemalans||
Guinea|Guinean,Guineans||Conakry
Guinea-Bissau|||Bissau
Guyana|Guyanese||
Haiti|Haitian,Haitians||Port-au-Prince
Honduras|Honduran,Hondurans||Tegucigalpa
Hong Kong|Hongkonger,Hongkongers||
Hungary|Hungarian,Hungarians||Budapest
Iceland|Icelandic,Icelander,Icelanders||Reykjavik,Reykjavík
India|Indian,Indians||New Delhi,Delhi
Indonesia|Indonesian,Indonesians||Jakarta
Iran|Iranian,Iranians,Persian|Islamic Republic,Islamic Republic of Iran,Persia|Tehran,Teheran
Iraq|Iraqi,Iraqis||Baghdad
Ireland|Irish,Irishman,Irishmen|Republic of Ireland,Irish Republic|Dublin
Israel|Israeli,Israelis|Jewish state|
Italy|Italian,Italians||Rome
Ivory Coast|Ivorian,Ivorians|Cote d'Ivoire,Côte d'Ivoire|Abidjan
Jamaica|Jamaican,Jamaicans||
Japan|Japanese||Tokyo
Jordan|Jordanian,Jordanians|Hashemite Kingdom|Amman
Kazakhstan|Kazakh,Kazakhs,Kazakhstani||Astana
Kenya|Kenyan,Kenyans||Nairobi
Kiribati|||
Kosovo|Kosovar,Kosovars,Kosovan||Pristina
Kuwait|Kuwaiti,Kuwaitis||
Kyrgyzstan|Kyrgyz|Kirgizia|Bishkek
Laos|Laotian,Laotians,Lao||Vientiane
Latvia|Latvian,Latvians||Riga
Lebanon|Lebanese||Beirut
Lesotho|Basotho||Maseru
Liberia|Liberian,Liberians||Monrovia
Libya|Libyan,Libyans||Tripoli
Liechtenstein|||Vaduz
Lithuania|Lithuanian,Lithuanians||Vilnius
Luxembourg|Luxembourgish,Luxembourger||
Madagascar|Malagasy,Madagascan||Antananarivo
Malawi|Malawian,Malawians||Lilongwe
Malaysia|Malaysian,Malaysians||Kuala Lumpur
Maldives|Maldivian,Maldivians||Male
Mali|Malian,Malians||Bamako
Malta|Maltese||Valletta
Marshall Islands|Marshallese||
Mauritania|Mauritanian,Mauritanians||Nouakchott
Mauritius|Mauritian,Mauritians||
Mexico|Mexican,Mexicans||Mexico City
Micronesia|Micronesian,Micronesians||
Moldova|Moldovan,Moldovans|Moldavia|Chisinau
Monaco|Monegasque||
Mongolia|Mongolian,Mongolians||Ulan Bator
Montenegro|Montenegrin,Montenegrins||Podgorica
Morocco|Moroccan,Moroccans||Rabat
Mozambique|Mozambican,Mozambicans||Maputo
Myanmar|Burmese|Burma|Naypyidaw,Rangoon,Yangon
Namibia|Namibian,Namibians||Windhoek
Nauru|Nauruan,Nauruans||
Nepal|Nepalese,Nepali,Nepalis||Kathmandu,Katmandu
Netherlands|Dutch,Dutchman,Dutchmen|Holland|The Hague,Amsterdam
New Zealand|New Zealander,New Zealanders,Kiwi,Kiwis||Wellington
Nicaragua|Nicaraguan,Nicaraguans||Managua
Niger|Nigerien,Nigeriens||Niamey
Nigeria|Nigerian,Nigerians||Abuja
North Korea|North Korean,North Koreans|DPRK,D.P.R.K.,Democratic People's Republic of Korea,Democratic People’s Republic of Korea|Pyongyang
North Macedonia|Macedonian,Macedonians|Macedonia|Skopje
Norway|Norwegian,Norwegians||Oslo
Oman|Omani,Omanis||Muscat
Pakistan|Pakistani,Pakistanis|Islamic Republic of Pakistan|Islamabad
Palau|Palauan,Palauans||
Palestine|Palestinian,Palestinians|State of Palestine,Palestinian territories|Ramallah
Panama|Panamanian,Panamanians||
Papua New Guinea|Papua New Guinean||Port Moresby
Paraguay|Paraguayan,Paraguayans||Asuncion,Asunción
Peru|Peruvian,Peruvians||Lima
Philippines|Philippine,Filipino,Filipinos|Republic of the Philippines|Manila
Poland|Polish,Pole,Poles||Warsaw
Portugal|Portuguese||Lisbon
Qatar|Qatari,Qataris||Doha
Romania|Romanian,Romanians|Rumania|Bucharest
Russia|Russian,Russians|Russian Federation|Moscow
Rwanda|Rwandan,Rwandans||Kigali
Samoa|Samoan,Samoans|Western Samoa|Apia
San Marino|||
Saudi Arabia|Saudi,Saudis,Saudi Arabian|Kingdom of Saudi Arabia,KSA|Riyadh
Senegal|Senegalese||Dakar
Serbia|Serbian,Serbians,Serb,Serbs||Belgrade
Seychelles|Seychellois||
Sierra Leone|Sierra Leonean,Sierra Leoneans||Freetown
Singapore|Singaporean,Singaporeans||
Slovakia|Slovak,Slovaks,Slovakian||Bratislava
Slovenia|Slovenian,Slovenians,Slovene,Slovenes||Ljubljana
Solomon Islands|Solomon Islander||Honiara
Somalia|Somali,Somalis||Mogadishu
South Africa|South African,South Africans||Pretoria
South Korea|South Korean,South Koreans|Republic of Korea,ROK,R.O.K.|Seoul
South Sudan|South Sudanese||Juba
South Yemen|South Yemeni||Aden
Soviet Union|Soviet,Soviets|USSR,U.S.S.R.,Union of Soviet Socialist Republics|
Spain|Spanish,Spaniard,Spaniards||Madrid
Sri Lanka|Sri Lankan,Sri Lankans|Ceylon|Colombo
St. Lucia|St. Lucian|Saint Lucia|
Sudan|Sudanese||Khartoum
Suriname|Surinamese|Surinam|Paramaribo
Sweden|Swedish,Swede,Swedes||Stockholm
Switzerland|Swiss|Swiss Confederation|Bern,Berne
Syria|Syrian,Syrians|Syrian Arab Republic|Damascus
Taiwan|Taiwanese|Republic of China|Taipei
Tajikistan|Tajik,Tajiks||Dushanbe
Tanzania|Tanzanian,Tanzanians||Dodoma
Thailand|Thai,Thais|Siam|Bangkok
Togo|Togolese||Lome,Lomé
Tonga|Tongan,Tongans||
Trinidad and Tobago|Trinidadian,Trinidadians|Trinidad|
Tunisia|Tunisian,Tunisians||Tunis
Turkey|Turkish,Turk,Turks|Türkiye,Turkiye|Ankara
Turkmenistan|Turkmen||Ashgabat
Tuvalu|Tuvaluan,Tuvaluans||
Uganda|Ugandan,Ugandans||Kampala
Ukraine|Ukrainian,Ukrainians|the Ukraine|Kiev,Kyiv
United Arab Emirates|Emirati,Emiratis|UAE,U.A.E.,Emirates|Abu Dhabi
United Kingdom|British,Briton,Britons,Brit,Brits,Britisher|UK,U.K.,Britain,Great Britain|London
United States|American,Americans|US,U.S.,USA,U.S.A.,America,United States of America|Washington
Uruguay|Uruguayan,Uruguayans||Montevideo
Uzbekistan|Uzbek,Uzbeks||Tashkent
Vanuatu|||
Vatican|||
Venezuela|Venezuelan,Venezuelans||Caracas
Vietnam|Vietnamese|Viet Nam|Hanoi
West Germany|West German,West Germans||Bonn
Yemen|Yemeni,Yemenis||Sanaa
Yugoslavia|Yugoslav,Yugoslavs,Yugoslavian||
Zambia|Zambian,Zambians||Lusaka
Zimbabwe|Zimbabwean,Zimbabweans|Rhodesia|Harare
"""  # noqa: E501

# What journalists call a country when they do not want to repeat its name.
_EPITHETS = {
    "hermit kingdom": "North Korea",
    "hermit state": "North Korea",
    "celestial empire": "China",
    "middle kingdom": "China",
    "land of the rising sun": "Japan",
    "jewish state": "Israel",
    "hexagon": "France",
    "emerald isle": "Ireland",
    "desert kingdom": "Saudi Arabia",
}

# Capitals that do not stand for their governments in the news.
_MORE_CAPITALS = {
    "Andorra": "Andorra la Vella", "Antigua and Barbuda": "St. John's",
    "Bahamas": "Nassau", "Barbados": "Bridgetown", "Belgium": "Brussels",
    "Belize": "Belmopan", "Benin": "Porto-Novo", "Brunei": "Bandar Seri Begawan",
    "Cape Verde": "Praia", "Comoros": "Moroni", "Czechoslovakia": "Prague",
    "Dominica": "Roseau", "Eswatini": "Mbabane", "Grenada": "St. George's",
    "Guatemala": "Guatemala City", "Guyana": "Georgetown", "Israel": "Jerusalem",
    "Jamaica": "Kingston", "Kiribati": "Tarawa", "Kuwait": "Kuwait City",
    "Luxembourg": "Luxembourg", "Marshall Islands": "Majuro",
    "Mauritius": "Port Louis", "Micronesia": "Palikir", "Palau": "Ngerulmud",
    "Panama": "Panama City", "Seychelles": "Victoria", "Soviet Union": "Moscow",
    "St. Lucia": "Castries", "Tonga": "Nuku'alofa",
    "Trinidad and Tobago": "Port of Spain", "Tuvalu": "Funafuti",
    "Vanuatu": "Port Vila", "Yugoslavia": "Belgrade",
}  # fmt: skip

# Both halves of a divided country; read only where the article names the whole.
DIVIDED = {
    "North": ("North Korea", "North Vietnam", "North Yemen"),
    "South": ("South Korea", "South Vietnam", "South Yemen"),
}

US_STATES = frozenset(
    """Alabama,Alaska,Arizona,Arkansas,California,Colorado,Connecticut,Delaware,Florida,
    Hawaii,Idaho,Illinois,Indiana,Iowa,Kansas,Kentucky,Louisiana,Maine,Maryland,
    Massachusetts,Michigan,Minnesota,Mississippi,Missouri,Montana,Nebraska,Nevada,
    New Hampshire,New Jersey,New Mexico,New York,North Carolina,North Dakota,Ohio,
    Oklahoma,Oregon,Pennsylvania,Rhode Island,South Carolina,South Dakota,Tennessee,
    Texas,Utah,Vermont,Virginia,West Virginia,Wisconsin,Wyoming""".replace(
        "\n    ", ""
    ).split(",")
)


@lru_cache(maxsize=1)
def country_names() -> dict[str, str]:
    """Map every name and alias of a country to its own name.

    >>> country_names()["U.S."], country_names()["Burma"]
    ('United States', 'Myanmar')
    """
    return _column(2) | {row[0]: row[0] for row in _rows()}


@lru_cache(maxsize=1)
def demonyms() -> dict[str, str]:
    """Map every demonym and adjective to the name of its country.

    >>> demonyms()["North Korean"], demonyms()["Danes"]
    ('North Korea', 'Denmark')
    """
    return _column(1)


@lru_cache(maxsize=1)
def capitals() -> dict[str, str]:
    """Map the capitals that stand for their governments to the country.

    >>> capitals()["Pyongyang"]
    'North Korea'
    """
    return _column(3)


@lru_cache(maxsize=1)
def _seats() -> dict[str, str]:
    """Map each country to its capital, as newspapers spell it."""
    first = {row[0]: row[3].split(",")[0] for row in _rows() if row[3]}
    return first | _MORE_CAPITALS


def capital_of(country: str) -> str | None:
    """Return the capital of a country of the table.

    >>> capital_of("Portugal"), capital_of("Belgium"), capital_of("Monaco")
    ('Lisbon', 'Brussels', None)
    """
    return _seats().get(country)


def epithet_country(phrase: str) -> str | None:
    """Return the country that a lower-case phrase without its article stands for.

    >>> epithet_country("hermit kingdom")
    'North Korea'
    """
    return _EPITHETS.get(phrase)


@lru_cache(maxsize=1)
def _rows() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(line.split("|")) for line in _TABLE.strip().splitlines())


def _column(number: int) -> dict[str, str]:
    return {word: row[0] for row in _rows() for word in row[number].split(",") if word}
