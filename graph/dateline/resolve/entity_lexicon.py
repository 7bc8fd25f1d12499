"""What words tell about the people they describe: sex, number, office. By hand."""

from __future__ import annotations


def word_set(text: str) -> frozenset[str]:
    """Read a lexicon: the words of `text`.

    >>> sorted(word_set("king queen"))
    ['king', 'queen']
    """
    return frozenset(text.split())


MALE_NOUNS = word_set(
    """
    mr sir lord king prince emperor duke earl count man boy guy gentleman father son
    brother husband uncle nephew grandfather grandson widower boyfriend fiance groom
    bridegroom actor chairman spokesman congressman businessman policeman serviceman
    fisherman gunman councilman alderman salesman sportsman fireman cameraman
    frontman statesman nobleman anchorman waiter steward host hero monk priest
    bishop cardinal archbishop pope imam ayatollah rabbi sultan emir sheikh czar
    tsar dad pope playboy grandpa stepfather godfather men boys brothers sons
    fathers husbands
    """
)
FEMALE_NOUNS = word_set(
    """
    mrs ms miss lady madam dame queen princess empress duchess countess baroness
    woman girl mother daughter sister wife aunt niece grandmother granddaughter
    widow girlfriend fiancee bride actress chairwoman spokeswoman congresswoman
    businesswoman policewoman servicewoman councilwoman saleswoman sportswoman
    waitress stewardess hostess heroine nun mom mum grandma stepmother godmother
    ballerina housewife midwife women girls sisters daughters mothers wives
    """
)

MALE_NAMES = word_set(
    """
    aaron abdul abdullah abraham adam adolf adrian ahmad ahmed alan albert alejandro
    aleksandr alex alexander alexei alexis alfonso alfred ali allan allen amir
    anatoly anders andre andreas andrei andres andrew andy angelo anthony antoine
    anton antonio antony armando arnold arthur ashraf asif barack barry bashar
    bashir ben benedict benigno benito benjamin bernard bernie bert bill billy bob
    bobby boris brad bradley brandon brendan brent brian bruce bruno bryan calvin
    carl carlo carlos cesar charles charlie chester chris christian christopher
    chuck claude clarence clark clifford clint clinton colin corey craig curtis
    cyril dan daniel danny darren dave david dean denis dennis derek diego dick
    diego dieter dimitri dmitri dmitry dominic dominique don donald doug douglas
    duncan dwight earl ed eddie edgar eduardo edward edwin eli elias elliott emile
    emilio emmanuel enrique eric erich erik ernest ernesto eugene evan evo felipe
    felix fernando fidel floyd francis francisco francois frank franklin franz fred
    frederick fritz gabriel gary gavin gene geoff geoffrey george gerald gerard
    gerhard gerry giorgio giovanni giuseppe glen glenn gordon graham grant greg
    gregory guido guillermo gustav gustavo guy hamid hamza hans harold harry harvey
    hassan hector heinrich helmut henri henry herbert herman hiroshi hosni howard
    hugh hugo hussein ian ibrahim igor imran isaac ismail ivan jack jacob jacques
    jaime jair jake james jamie jan jared jason javier jay jean jeb jeff jeffrey
    jeremy jerome jerry jesse jim jimmy joachim joao joe joel johann johannes john
    johnny jon jonathan jorge jose josef joseph josh joshua juan julian julio jurgen
    justin karl keith ken kenneth kent kevin khalid kim klaus kofi kurt kyle lance
    larry lars laurent lawrence lee leo leon leonard leonid leopoldo leroy leslie
    lewis liam lloyd lorenzo lou louis luc luca lucas luigi luis luke mahmoud
    malcolm manuel marc marcel marco marcos marcus mario mark markus marshall martin
    marvin massimo matt matteo matthew maurice mauricio max maxim mehmet michael
    michel miguel mikhail mike milos mitch mitt mohamed mohammad mohammed mohsen
    morgan morris moshe muammar muhammad mustafa nathan nathaniel neil nelson
    nicholas nick nicolas nigel nikita nikolai noah norman oleg oliver omar oscar
    osama oskar otto pablo paolo patrick paul pavel pedro pervez pete peter phil
    philip philippe pierre rafael rahul ralph ramon randall randy raul ray raymond
    recep reggie reinhard rene rex ricardo richard rick ricky rob robert roberto rod
    rodney rodrigo roger roland rolf roman ron ronald ross roy ruben rudolf rudy
    rupert russell ryan saddam said salman sam samuel saul scott sean sebastian
    serge sergei sergio seth shaun shane sherman shimon shinzo sidney silvio simon
    slobodan spencer stan stanislav stanley stefan stephen steve steven stuart
    sylvester taha tariq ted terrence terry theodore theo thomas tim timothy toby
    todd tom tommy tony travis trevor ulrich vaclav victor viktor vincent vincenzo
    vladimir vojislav wallace walter warren wayne werner wilhelm will willem william
    willie winston wolfgang xavier yasser yitzhak yuri yusuf yves zach zachary
    zbigniew
    """
)
FEMALE_NAMES = word_set(
    """
    abigail ada adele adriana agnes aisha alexandra alice alicia alison allison
    alyssa amanda amber amelia amina amy ana anastasia andrea angela angelina anita
    ann anna anne annette annie antonia arlene asha ashley audrey aung barbara
    beatrice becky benazir bernadette bertha beth betty beverly bianca bonnie brenda
    brianna bridget brittany camilla candice carla carly carmen carol carolina
    caroline carolyn cassandra catherine cathy cecilia celia charlene charlotte
    chelsea cheryl chloe christa christiana christina christine cindy claire clara
    claudia colleen condoleezza connie corazon courtney cristina crystal cynthia
    daisy dana danielle daphne dawn debbie deborah debra delia denise diana diane
    dianne dilma dolores donna dora doris dorothy edith edna eileen elaine eleanor
    elena elisabeth elise elizabeth ella ellen elsa emily emma erica erika erin
    esther ethel eva evelyn faith fatima felicia fiona flora florence frances
    francesca gabriela gabriella gail geraldine gertrude gina gisele gladys gloria
    golda grace greta gwen hannah harriet hazel heather heidi helen helena helga
    hilary hillary hope ida ilhan imelda indira ines ingrid irene irina iris isabel
    isabella ivana ivanka jackie jacqueline jana jane janet janice jean jeanne
    jennifer jenny jessica jill jo joan joanna joanne jocelyn josephine joy joyce
    juanita judith judy julia juliana julie june kamala karen karin kate katherine
    kathleen kathryn kathy katie katrina kayla kelly kerry kimberly kirsten kristen
    kristin kristina laura lauren leah leila lena lenore leslie lily linda lindsay
    lisa liz lois loretta lori lorraine louise lucia lucy luisa lydia lynn madeleine
    madeline magdalena malala mandy margaret margarita maria marian marianne marie
    marilyn marina marine marion marjorie marlene marsha martha mary maureen maya
    megan meghan melania melanie melissa mercedes meredith mia michele michelle
    mildred mina miranda miriam molly monica muriel myra nadia nadine nancy naomi
    natalia natalie natasha nellie nicola nicole nikki nina nora norma olga olivia
    pamela patricia paula pauline peggy penelope penny petra phyllis priscilla
    rachel ramona raquel rebecca regina renata renee rhonda rita roberta robin rosa
    rosalind rose rosemary rosie roxanne ruth sabina sabrina sally samantha sandra
    sara sarah selena serena shannon sharon sheila shelley sherry shirley silvia
    simone sofia sonia sonya sophia sophie stacey stella stephanie sue suzanne susan
    susana susanna svetlana sylvia tamara tammy tanya tara tatiana teresa theresa
    tiffany tina tracy ursula valentina valerie vanessa vera veronica vicky victoria
    viola violet virginia vivian wanda wendy whitney winnie yingluck yolanda yulia
    yvette yvonne zoe
    """
)

# Nouns that may point back at two people, states or bodies named before.
PERSON_PAIRS = word_set(
    """
    leader man woman president minister politician candidate rival official senator
    governor player team-mate lawmaker contender opponent ally friend partner
    brother sister suspect defendant nominee senator couple pair duo counterpart
    executive
    """
)
STATE_PAIRS = word_set("country nation side neighbor neighbour ally power government")
BODY_PAIRS = word_set(
    "company firm bank team club party side airline group organization agency union"
)

# A description that fits nearly any body of its sort.
COMPANY_NOUNS = word_set(
    """
    company firm corporation business bank airline manufacturer maker automaker
    carmaker retailer insurer lender group giant conglomerate chain startup brand
    publisher network newspaper paper club team
    """
)

# What "the craft" and "the vessel" may mean.
CRAFT = word_set(
    """
    ship vessel boat ferry tanker freighter trawler yacht frigate destroyer submarine
    cruiser carrier warship schooner liner barge tug icebreaker spacecraft spaceship
    lander rover probe satellite rocket shuttle orbiter capsule telescope booster
    craft helicopter airliner airship glider module
    """
)

# What is made in numbers and sold under the name of its model: "the plane".
MODELS = word_set(
    """
    plane airplane aeroplane aircraft jet airliner jetliner phone smartphone handset
    device gadget tablet laptop notebook computer console camera player car vehicle
    truck sedan van bus train locomotive motorcycle bike scooter rifle missile drone
    tank engine processor chip model
    """
)

# Who speaks for somebody: "his lawyer said he would appeal".
PROXIES = word_set(
    """
    lawyer attorney solicitor barrister counsel spokesman spokeswoman spokesperson
    agent coach trainer manager publicist doctor physician aide adviser advisor
    assistant secretary office campaign family wife husband mother father son
    daughter sister brother friend representative representatives lawyers relative
    physiotherapist biographer
    """
)

# Things that happen, which "it" may stand for but no entity does.
HAPPENING = word_set("happen occur")

# Who does this to a report, an accusation or a demand is whom it was about.
ANSWERS = word_set("deny reject dismiss refute dispute rebut contest")
