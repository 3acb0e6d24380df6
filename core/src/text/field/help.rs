//! What a person should know to fill in a field; where an agreement has put it well, in its words.

use crate::time::Lang;

/// A few sentences about a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Help {
    pub(super) field: &'static str,
    sv: &'static str,
    en: &'static str,
    quote: Option<(&'static str, &'static str)>,
}

impl Help {
    /// The sentences.
    ///
    /// # Example
    /// ```
    /// use planning_wheel::{text::help, time::Lang};
    /// let quorum = help("Body", "quorum").unwrap();
    /// assert_eq!(quorum.words(Lang::En), "When the body may decide.");
    /// assert!(quorum.quote().unwrap().0.contains("fler än hälften av ledamöterna"));
    /// assert_eq!(help("Body", "name"), None);
    /// ```
    #[must_use]
    pub fn words(&self, lang: Lang) -> &'static str {
        lang.pick(self.sv, self.en)
    }

    /// How an agreement says it: a short quotation in Swedish, and where it stands.
    #[must_use]
    pub fn quote(&self) -> Option<(&'static str, &'static str)> {
        self.quote
    }
}

const fn help(field: &'static str, sv: &'static str, en: &'static str) -> Help {
    Help {
        field,
        sv,
        en,
        quote: None,
    }
}

const fn quoted(
    field: &'static str,
    sv: &'static str,
    en: &'static str,
    quote: (&'static str, &'static str),
) -> Help {
    Help {
        field,
        sv,
        en,
        quote: Some(quote),
    }
}

/// `name`, or `Type.name` where only that type means it.
pub(super) const HELPS: &[Help] = &[
    help(
        "id",
        "Kort namn i länkar och kalenderfiler: små bokstäver, siffror och bindestreck. Ändra det inte när planen har börjat användas.",
        "Short name in links and calendar files: lower-case letters, digits and hyphens. Leave it once the plan is in use.",
    ),
    help(
        "choice",
        "När texten lämnar något öppet: vad planen har valt, och varför.",
        "Where the text leaves something open: what the plan chose, and why.",
    ),
    help(
        "first_year",
        "Härifrån räknas avstånden mellan möten. Ett tidigare år kan ändra dagarna.",
        "Distances between meetings are counted from here. An earlier year may change the days.",
    ),
    help(
        "level",
        "Avgör ringen i hjulet och färgen.",
        "Decides the ring of the wheel and the colour.",
    ),
    quoted(
        "Body.like",
        "Flera grupper med samma regler skrivs en gång. Antalet är ett enda tal.",
        "Several bodies with the same rules are written once. How many they are is one number.",
        (
            "Hur många Länssamverkansgrupper som skall finnas beslutas av beredningsgruppen",
            "Social ReKo, 2.2.3",
        ),
    ),
    help(
        "Body.term",
        "Vilka ledamöter som byts efter ett val, och när. Utan val här: tjänstepersoner, som inget val byter ut.",
        "Which members an election replaces, and when. Nothing here means officials, whom no election replaces.",
    ),
    quoted(
        "quorum",
        "När gruppen får fatta beslut.",
        "When the body may decide.",
        (
            "Gruppen får fatta beslut när fler än hälften av ledamöterna från respektive huvudman är närvarande.",
            "Samverkan Blekinge, 6.2",
        ),
    ),
    quoted(
        "size",
        "Platserna jämförs med det här.",
        "The seats are compared with this.",
        (
            "SSÖ-gruppen kommer att bestå av 13 – 15 ledamöter.",
            "Strategisk samverkan öster, SSÖ",
        ),
    ),
    help(
        "shares_seats_with",
        "Grupper som delar ledamöter möts aldrig samtidigt.",
        "Bodies that share members never meet at the same time.",
    ),
    quoted(
        "Body.reports",
        "Nej, när överenskommelsen säger att gruppen inte behöver rapportera.",
        "No, when the agreement says that the body need not report.",
        (
            "har inget formellt återrapporteringsansvar enligt denna arbetsordning",
            "Social ReKo, 2.1",
        ),
    ),
    help(
        "meets",
        "Nej, när gruppens möten inte hör till den här planen.",
        "No, when the body's meetings are not this plan's concern.",
    ),
    help(
        "Seat.of",
        "En sida betyder var och en av dess huvudmän, om platserna inte är gemensamma.",
        "A side means each of its principals, unless the seats are shared.",
    ),
    help(
        "shared",
        "Platserna är för alla tillsammans. Vem som fyller dem är öppet.",
        "The seats are for all together. Who fills them is open.",
    ),
    help(
        "votes",
        "Platser som inte räknas märks ut när beslutsförheten räknas.",
        "Seats that do not count are left out of the quorum.",
    ),
    help(
        "joint",
        "Ja: ett möte för alla grupperna, som räknas för var och en. Nej: en egen serie för varje grupp.",
        "Yes: one meeting for all the bodies, counted for each. No: a series of its own for each body.",
    ),
    quoted(
        "MeetingSeries.count",
        "Hur ofta gruppen ska mötas. För få och för många möten syns som anmärkningar.",
        "How often the body shall meet. Too few and too many show as findings.",
        (
            "Samverkansgruppen möts 8 - 10 gånger per år.",
            "Samverkan Blekinge, 6.4.2",
        ),
    ),
    help(
        "Count.target",
        "Så många planeras. Utan tal: mitten av spannet, annars det minsta antalet.",
        "So many are planned. Without a number: the middle of the range, else the fewest.",
    ),
    quoted(
        "MeetingSeries.days",
        "Jämnt fördelade passar de flesta: hjulet väljer dagar och håller avstånden lika.",
        "Spread evenly suits most: the wheel chooses days and keeps the distances alike.",
        (
            "ett årshjul för hur ofta och på vilket sätt nätverken ska träffas",
            "Socialtjänst i samverkan, Arbetsordning",
        ),
    ),
    help(
        "prefer",
        "Andra dagar används bara när det blir mycket jämnare.",
        "Other days are used only where that is much more even.",
    ),
    quoted(
        "windows",
        "Månader eller dagar som måste ha minst ett möte, för att något ska hinna beslutas då.",
        "Months or days that must hold at least one meeting, so that something can be decided then.",
        (
            "beslutas på ordförandeträffen i november",
            "Socialtjänst i samverkan, Arbetsordning",
        ),
    ),
    quoted(
        "before_each",
        "Ett möte före varje möte i den andra serien.",
        "A meeting before each meeting of the other series.",
        (
            "Beredningsgruppen bereder ärenden till Social ReKo",
            "Social ReKo, 2.2.2",
        ),
    ),
    quoted(
        "deadlines",
        "Dagar som räknas från varje möte: dagordning ut, sista dag att anmäla ärenden.",
        "Days counted from each meeting: agenda out, last day to register items.",
        (
            "skickas ut av sekreteraren minst en vecka före mötet",
            "Samverkan Blekinge, 6.4.3",
        ),
    ),
    help(
        "MeetingDeadline.offset",
        "Minus betyder före mötet.",
        "Minus means before the meeting.",
    ),
    help(
        "roll",
        "”Minst en vecka före” betyder arbetsdagen före.",
        "“At least a week before” means the working day before.",
    ),
    help(
        "preparation",
        "En grupp som möts inför varje möte, mellan två sista dagar.",
        "A body that meets before each meeting, between two deadlines.",
    ),
    quoted(
        "standing_items",
        "Punkter på varje dagordning.",
        "Items on every agenda.",
        (
            "ska ha en stående punkt på dagordningen på OSÖ:s möten",
            "Strategisk samverkan öster, LSÖ",
        ),
    ),
    help(
        "continues",
        "När en ny regel tar vid räknas avståndet från den gamlas sista möte.",
        "When a new rule takes over, the gap is counted from the old one's last meeting.",
    ),
    quoted(
        "coverage",
        "Vilken tid dokumentet gäller. Stegen räknas från det första året.",
        "Which time the document covers. Its steps are counted from the first year.",
        (
            "för två år i taget med start vid varje ny mandatperiod",
            "Socialtjänst i samverkan, NSO roll",
        ),
    ),
    help(
        "process",
        "Steg som flera dokument går igenom tillsammans.",
        "Steps that several documents go through together.",
    ),
    help(
        "year_offset",
        "−1 är året före det första som dokumentet gäller.",
        "−1 is the year before the first that the document covers.",
    ),
    help(
        "Step.after",
        "Det som måste vara gjort innan.",
        "What must have been done before.",
    ),
    quoted(
        "alternates",
        "Vem som har uppdraget i tur och ordning: sidor eller huvudmän, aldrig personer.",
        "Who holds the office in turn: sides or principals, never persons.",
        (
            "Ordförandeskapet i SSÖ ska rotera mellan kommun och region.",
            "Strategisk samverkan öster, SSÖ",
        ),
    ),
    quoted(
        "succeeds",
        "Den som har det andra uppdraget tar över det här.",
        "Whoever holds the other office takes this one over.",
        (
            "Vice ordföranden övergår till att bli ordföranden",
            "Socialtjänst i samverkan, Arbetsordning",
        ),
    ),
    quoted(
        "elected",
        "Senast när innehavaren ska vara utsedd.",
        "By when the holder must be chosen.",
        (
            "för 1 år i taget, senast i november, året före uppdraget skall gälla",
            "Social ReKo, 2.2.2",
        ),
    ),
    help(
        "ReportDue.in_turn",
        "En grupp per möte, så att alla hinner under året.",
        "One body per meeting, so that all have reported within the year.",
    ),
    quoted(
        "AssignmentForm.fields",
        "Det som ett uppdrag måste innehålla. Det som saknas visas.",
        "What an assignment must hold. What is missing is shown.",
        (
            "kort beskrivning av uppdraget, bakgrund, syfte, mål, förväntat resultat, slutdatum och eventuell resursåtgång",
            "Strategisk samverkan öster, SSÖ",
        ),
    ),
    quoted(
        "Goal.change",
        "Utan tecken: riktningen säger åt vilket håll.",
        "Without sign: the direction says which way.",
        (
            "minska med minst 2 procentenheter",
            "Samverkan Blekinge, 3.1.6",
        ),
    ),
    quoted(
        "horizon_min_years",
        "Dokument på nivån jämförs med den.",
        "Documents of the level are compared with it.",
        (
            "har en tidshorisont på 3 - 5 år",
            "Samverkan Blekinge, 4.1.2",
        ),
    ),
    quoted(
        "share",
        "0,5 är en halv tjänst.",
        "0.5 is half a post.",
        (
            "förlängs efter utvärdering med ett år i taget",
            "Socialtjänst i samverkan, Finansiering",
        ),
    ),
    help(
        "undecided",
        "Dagen är inte bestämd: regeln ger den senaste dagen.",
        "The day is not decided: the rule gives the latest day.",
    ),
    help(
        "missing",
        "29 februari, och månader som är kortare.",
        "29 February, and months that are shorter.",
    ),
    help(
        "nth",
        "1 är den första, −1 den sista.",
        "1 is the first, −1 the last.",
    ),
    help(
        "Background.bodies",
        "De som är upptagna de dagarna; utan grupper alla.",
        "Those who are taken on its days; without bodies, all.",
    ),
    help(
        "published",
        "Dagarna ligger fast. Ändra dem med mötet, så syns det att de har flyttats.",
        "The days are fixed. Change them with the meeting, so that they show as moved.",
    ),
];
