"""Nouns that the head of a subject may be, with the number that each has whatever stands around it."""

from ...grammar import plural

SINGULARS = frozenset(
    "turnout swing seat share region county city result party lead vote margin election constituency gain loss town contest figure change "
    "picture poll gap country count recount difference victory defeat majority report MP member candidate leader minister winner runner-up "
    "successor predecessor independent decision reason night campaign manifesto name place battle race borough district declaration tally record "
    "pattern trend message boundary increase decrease rise fall drop average referendum by-election deposit ballot question answer outcome tie "
    "exception village valley hold move councillor rival opponent incumbent nation coalition parliament win successor speaker lead Commons".split())
"""With an article or another such word before them."""
ANY_ONE = frozenset("turnout swing gap margin difference result contest picture victory defeat report lead outcome".split())
"""Those that take no other thing as well by “and” in what follows them: the gap between Labour and the SNP."""
ONES = SINGULARS | frozenset("question problem story lesson road".split())
PLURALS = frozenset(
    "seats votes members candidates MPs majorities gains losses results elections recounts deposits parties constituencies counties cities "
    "ministers leaders voters contests changes defeats victories swings winners councillors boundaries towns regions figures declarations "
    "independents rivals margins turnouts shares changes communities by-elections supporters".split())
MORE = (
    "station counter official marginal stronghold target defection defector newcomer supporter activist voter elector resident volunteer delegate "
    "spokesman spokeswoman secretary chancellor president chairman mayor agent teller reporter journalist pollster analyst expert student teacher "
    "nurse doctor lawyer farmer woman man person box bundle ward school hospital street road constituent week month year day hour minute point "
    "mile surprise shock upset setback blow breakthrough comeback story theme issue problem policy promise pledge speech interview statement "
    "debate poster leaflet forecast projection prediction estimate survey chart map chance prospect hope fear concern reaction dispute division "
    "pact deal agreement tactic strategy adviser ally colleague friend critic fan peer level sum quota threshold limit rule law bill deficit "
    "advantage cushion landslide mandate spell resignation reshuffle hall centre venue scene moment time date era decade century end start "
    "beginning line column sign signal clue test warning reminder symbol feature detail fact truth claim reduction improvement slump surge slide "
    "dip jump leap collapse recovery shift squeeze challenger hopeful outsider favourite heartland area corner edge home newspaper vote word "
    "pattern answer total conservative unionist nationalist neighbour brother sister son daughter father mother husband wife name parliamentarian "
    "politician statesman veteran soldier officer clerk organiser manager director author singer footballer barrister banker businessman "
    "businesswoman trustee founder chief head post job role scandal crisis economy budget mood atmosphere silence cheer celebration contrast "
    "landscape background experience approach effort attempt attack proposal withdrawal arrival trial goal capital festival removal survival "
    "revival announcement development movement element disappointment achievement assessment commitment argument appointment investment precedent "
    "loser letter order power summer winter partner border motive objective perspective initiative narrative representative topic meeting feeling "
    "building hearing showing ruling briefing opening calculation explanation expectation situation reputation suspicion opinion performance "
    "strength weakness weekend morning afternoon evening machine system process service roof door window room floor stage platform podium "
    "microphone camera screen banner placard flag rosette merger creation abolition choice lack cost price value weight scale extent depth height "
    "size length success failure presence absence impact effect influence origin spread north-east north-west south-east south-west").split()
KNOWN_ONE = SINGULARS | frozenset(MORE)
KNOWN_MANY = PLURALS | frozenset(plural(noun) for noun in (*SINGULARS, *MORE)) | {"runners-up", "women", "men", "people", "others"}
"""All that a subject is known by when every word of it has been read."""
GROUPS = frozenset(
    "number majority half third quarter fifth rest remainder couple handful group pair range series variety lot total dozen proportion minority "
    "bulk string set list mix percentage plurality score row run sum crowd team committee council public electorate staff panel crew duo trio "
    "cabinet coalition government opposition alliance audience family board jury generation leadership membership side wing faction "
    "part sort kind type chamber house assembly authority ministry department".split())
"""Nouns with either verb, or whose number is that of what follows."""
MEASURES = frozenset("points votes years days hours minutes weeks months miles pounds people times terms seats gains losses".split())
"""Sums of these may be one thing: ten points is a lot."""
