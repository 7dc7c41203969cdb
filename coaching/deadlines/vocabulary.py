"""The words of time that the grammar knows, and what each stands for."""

from coaching.deadlines.listed import word_set

_MONTH_NAMES = (
    "january jan",
    "february feb febr",
    "march mar",
    "april apr",
    "may",
    "june jun",
    "july jul",
    "august aug",
    "september sept sep",
    "october oct",
    "november nov",
    "december dec",
)
MONTHS = {name: n for n, names in enumerate(_MONTH_NAMES, 1) for name in names.split()}
AMBIGUOUS_MONTHS = word_set("may march mar august jan dec sep jun")

_DAY_NAMES = (
    "monday mon mondays",
    "tuesday tue tues tuesdays",
    "wednesday wed weds wednesdays",
    "thursday thu thur thurs thursdays",
    "friday fri fridays",
    "saturday sat saturdays",
    "sunday sun sundays",
)
WEEKDAYS = {name: n for n, names in enumerate(_DAY_NAMES) for name in names.split()}
AMBIGUOUS_WEEKDAYS = frozenset({"sat", "sun", "mon", "wed", "fri", "thu", "tue"})

UNITS = {
    form: unit
    for unit, forms in {
        "day": "day days day's d",
        "week": "week weeks week's wk wks wk's",
        "fortnight": "fortnight fortnights fortnight's",
        "month": "month months month's mth mths mo mos",
        "quarter": "quarter quarters quarter's",
        "year": "year years year's yr yrs",
        "decade": "decade decades",
    }.items()
    for form in forms.split()
}

SEASON_ENDS = {"spring": (5, 31), "summer": (8, 31), "autumn": (11, 30), "winter": (2, 28)}

HOLIDAYS = {
    "christmas": (12, 25),
    "xmas": (12, 25),
    "halloween": (10, 31),
    "hogmanay": (12, 31),
    "midsummer": (6, 24),
}

ORDINALS = {
    word: n
    for n, word in enumerate(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth",
        ],
        1,
    )
}

CADENCE_WORDS = word_set(
    "daily weekly monthly quarterly yearly annually fortnightly nightly biweekly bimonthly hourly"
    " weekdays weekends mondays tuesdays wednesdays thursdays fridays saturdays sundays"
)

TURNS = word_set(
    "morning evening afternoon night weekday shift sprint lesson class meeting session term"
    " semester lunchtime lunch handover appointment visit workday payday season game match round"
)

PERIODS = word_set(
    "semester semesters term trimester internship placement placements rotation rotations probation"
    " apprenticeship traineeship sprint practicum clerkship residency fellowship season pi cycle"
    " secondment module schoolyear cohort bootcamp programme program course training onboarding"
)

EVENTS = PERIODS | word_set(
    "graduation retirement wedding leave contract project release launch go-live appraisal review"
    " reviews inspection audit conference exam exams finals holiday holidays vacation meeting birthday"
    " deadline phase thesis phd degree certification licence license assessment evaluation interview"
    " interviews election elections move merger opening reopening expiry renewal handover anniversary"
    " vote visit summit offsite retreat ceremony kickoff demo milestone iteration tournament"
    " competition race marathon revalidation accreditation reorganisation reorganization restructure"
    " migration cutover peak rush harvest budget agm ofsted lecture lockdown pandemic baby check"
    " discharge committee fair"
)

VAGUE_PHRASES = (
    "as soon as possible",
    "as soon as i can",
    "as soon as we can",
    "as quickly as possible",
    "sooner or later",
    "sooner rather than later",
    "soon",
    "asap",
    "someday",
    "some day",
    "sometime",
    "one of these days",
    "eventually",
    "ultimately",
    "in the end",
    "at some point",
    "at some stage",
    "down the line",
    "down the road",
    "further down the line",
    "in due course",
    "in due time",
    "over time",
    "with time",
    "when i can",
    "when possible",
    "when i have time",
    "when the time is right",
    "when i get the chance",
    "when i am ready",
    "when i feel ready",
    "when i'm ready",
    "in the future",
    "in future",
    "in the near future",
    "in the not too distant future",
    "in the not so distant future",
    "in the foreseeable future",
    "in the distant future",
    "for the future",
    "near future",
    "in the long run",
    "in the long term",
    "in the longer term",
    "in the short term",
    "in the medium term",
    "in the mid term",
    "in the near term",
    "over the long term",
    "over the short term",
    "long - term",
    "longterm",
    "short - term",
    "shortterm",
    "medium - term",
    "mid - term",
    "near - term",
    "longer - term",
    "shorter - term",
    "long term",
    "short term",
    "medium term",
    "mid term",
    "early on",
    "later on",
    "in later life",
    "later in my career",
    "one day",
    "in the coming years",
    "in the coming months",
    "in the coming weeks",
    "in the years to come",
    "in years to come",
    "in the years ahead",
    "in the months ahead",
    "as early as possible",
    "early if possible",
    "before long",
    "before too long",
    "going forward",
)
