// Days are written YYYY-MM-DD, and an `end` is the day after the last. Words are in the language
// asked for. What has nothing to say is left out.

/** A plan document or a catalogue: its text, its bytes, or the object that its JSON describes. */
export type File = string | Uint8Array | ArrayBuffer | object;

/** Swedish, as without it, or English. */
export type Lang = 'sv' | 'en';

export type Kind =
  | 'meeting' | 'preparation' | 'deadline' | 'step' | 'decision' | 'report' | 'follow_up' | 'office'
  | 'office_election' | 'document' | 'revision' | 'assignment' | 'goal' | 'post' | 'duty' | 'activity'
  | 'background'
  | 'election' | 'term_start';

/** How certain a day is. */
export type Status = 'proposed' | 'fixed' | 'cancelled' | 'undecided' | 'check';

/** What every question takes. */
export interface Asking {
  lang?: Lang;
  /** The duties that the plan may name, instead of those that came with `load`; `null` for none. */
  catalogue?: File | null;
}

/** The days that are asked about: the first of these that is given, or all that the plan is about. */
export interface Days {
  /** A year of the plan; it begins in January, or in the month that the plan's year begins with. */
  year?: number;
  /** The mandate period that a year is part of: 2027 to 2030 all mean 2027–2030. */
  mandate?: number;
  /** First day. */
  from?: string;
  /** Last day; it is included. */
  to?: string;
}

/** Which entries are asked for. */
export interface Choice {
  /** Only these kinds. */
  kinds?: Kind[];
  /** Only what concerns one of the bodies with these ids. */
  bodies?: string[];
  /** Only what concerns one of the principals with these ids, or a body where it has seats. */
  principals?: string[];
  /** Only the entries with these ids. */
  entries?: string[];
}

export interface CalendarOptions extends Asking, Days, Choice {
  /** One entry for each principal, where each does it on its own. */
  perPrincipal?: boolean;
  /** `false` leaves out what is a period rather than a day: offices, documents, goals … */
  periods?: boolean;
}

export interface IcsOptions extends CalendarOptions {
  /** When the plan was saved: a moment, its text, or seconds since 1970. Now, without it. */
  stamp?: Date | string | number;
  /** Name of the calendar; the plan's title without it, and the names of `bodies`. */
  name?: string;
  /** The calendar file as it was published before: what has not moved keeps its revision. */
  earlier?: string;
}

export interface CsvOptions extends CalendarOptions {
  /** What stands between the cells; a semicolon, without it, as Excel in Sweden expects. */
  separator?: 'semicolon' | 'comma' | 'tab';
}

export interface WheelOptions extends Asking, Choice {
  /** A part of the year that makes the turn, with its first and last day as `from` and `to`. */
  stretch?: 'year' | 'term' | 'month' | 'week';
  from?: string;
  to?: string;
  /** Day that the hand points at; without it there is no hand. */
  today?: string;
  /** Id of the chosen entry: what belongs with it is emphasised. */
  selected?: string;
  /** Places of the levels whose rings are left out, from 0. */
  hide?: number[];
  /** Ids of the only bodies whose rings are drawn in a year's wheel, `null` for that of nobody. */
  rings?: (string | null)[];
  /** `false` leaves the plan's title out of the wheel's. */
  title?: boolean;
}

export interface MandateWheelOptions extends WheelOptions {
  /** Whose term makes the turn; that of executive committees and boards, without it. */
  term?: 'boards' | 'councils';
}

/** Either `year` or `mandate`. */
export interface SvgOptions extends MandateWheelOptions {
  year?: number;
  mandate?: number;
  theme?: 'light' | 'dark';
}

/** Something that is wrong with a plan, or with an option. */
export interface Problem {
  /** Place in the plan as a JSON pointer; for an option, its name. */
  path: string;
  /** Counted from 1; only where the plan was given as text or bytes. */
  line?: number;
  /** Counted from 1, in characters. */
  column?: number;
  /** What is wrong and what to do. */
  message: string;
  /** The word that was probably meant. */
  suggestion?: string;
}

/** A plan that cannot be used, or an option that means nothing to it. */
export declare class PlanProblems extends Error {
  constructor(problems: Problem[]);
  name: 'PlanProblems';
  /** Everything that is wrong. */
  problems: Problem[];
}

/** A place in a source. */
export interface Source {
  agreement: string;
  /** Empty for the whole. */
  section: string;
  quote?: string;
}

/** A link to another entry. */
export interface Link {
  relation: 'at' | 'for' | 'after' | 'serves' | 'follows';
  /** Id of the other entry. */
  to: string;
}

/** An entry of a calendar. */
export interface Entry {
  /** Stable id: survives moves and is the same in every range. */
  id: string;
  kind: Kind;
  title: string;
  /** First day. */
  start: string;
  /** The day after the last. */
  end: string;
  /** HH:MM. */
  start_time?: string;
  /** Length. */
  minutes?: number;
  /** Ids of the bodies that it concerns. */
  body: string[];
  /** Id of the first body's level. */
  level?: string;
  /** Ids of the principals that each do it on their own. */
  principals: string[];
  /** The first of `sources`. */
  source?: Source;
  sources: Source[];
  /** Why it falls on its day. */
  reasons: string[];
  /** Day that it had before it was moved. */
  moved_from?: string;
  /** Day that the rule names, where it was moved from a non-working day. */
  nominal?: string;
  /** Last day by law, where that is later. */
  legally_latest?: string;
  status: Status;
  place?: string;
  responsible?: string;
  holder?: string;
  /** Standing items of the agenda. */
  items: string[];
  links: Link[];
  /** Address to read more at. */
  url?: string;
  note?: string;
}

/** A statutory date: an entry, and what the catalogue says of it. */
export interface Duty extends Entry {
  /** Id in the catalogue. */
  duty: string;
  citation: string;
  /** When the law was last read. */
  checked: string;
  /** Whom it binds; empty means everybody. */
  binds: ('municipality' | 'region' | 'other')[];
}

/** One change of a plan. */
export type Change =
  | { op: 'set' | 'append'; path: string; value: unknown }
  | { op: 'insert'; path: string; at: number; value: unknown }
  | { op: 'reorder'; path: string; at: number }
  | { op: 'remove'; path: string };

/** Something in a calendar that is wrong or worth knowing. */
export interface Finding {
  kind: string;
  severity: 'error' | 'warning' | 'info';
  /** Place in the plan as a JSON pointer. */
  path: string;
  line?: number;
  column?: number;
  /** Id of the entry that it is about. */
  entry?: string;
  start: string;
  end: string;
  message: string;
  source?: Source;
  sources: Source[];
  /** A change to the plan that helps. */
  fix?: { message: string; changes: Change[] };
}

/** A plan with problems has no findings, and neither id nor days. */
export interface Checked {
  /** Id of the plan. */
  plan?: string;
  start?: string;
  end?: string;
  problems: Problem[];
  /** Worst first. */
  findings: Finding[];
}

export interface SimulateOptions extends Asking, Days {
  /**
   * Variants by name, each with what it changes: places with ids, and values; `null` takes a field
   * away. `{ six: { 'meetings/nso/count/target': 6 } }`
   */
  variants?: Record<string, Record<string, unknown>>;
  /** Length of meetings that have none, in minutes. */
  minutes?: number;
  /** Minutes that a member travels to and from a meeting, by principal's id. */
  travel?: Record<string, number>;
}

/** Meetings, and the time that people spend at them. */
export interface Load {
  /** Id of the body or principal, or the role. */
  id: string;
  title: string;
  meetings: number;
  /** Of all people together, by the fewest seats. */
  person_minutes: number;
  /** The same by the most seats. */
  most_person_minutes: number;
}

/** Something that falls on one day. */
export interface Once { id: string; kind: Kind; title: string; start: string }

/** What a plan costs and decides. */
export interface Measures {
  /** Meetings held, joint ones once. */
  meetings: number;
  /** Those of them without a known length. */
  without_length: number;
  bodies: Load[];
  principals: Load[];
  roles: Load[];
  /** Every week with meetings, by its Monday. */
  weeks: { monday: string; week: number; meetings: number; person_minutes: number }[];
  /** The longest time without a meeting. */
  gaps: { body: string; from: string; to: string; days: number }[];
  /** Decisions by an outgoing assembly for the time of the incoming one. */
  handed_over: Once[];
  /** Whose turn each office is. */
  turns: { id: string; title: string; holder?: string; start: string; end: string }[];
  /** What falls once in the time. */
  once: Once[];
}

export interface LoadChange { before?: Load; after?: Load }

/** A plan and its variants over the same days. */
export interface Simulation {
  plan: string;
  start: string;
  end: string;
  /** The plan as it is. */
  measures: Measures;
  variants: {
    name: string;
    changes: Change[];
    measures: Measures;
    /** What becomes different with it. */
    difference: {
      dates: {
        id: string; kind: Kind; title: string; change: 'added' | 'removed' | 'moved' | 'retimed';
        before?: Range; after?: Range;
      }[];
      /** Findings that are gone. */
      solved: Finding[];
      /** Findings that are new. */
      found: Finding[];
      bodies: LoadChange[];
      principals: LoadChange[];
      roles: LoadChange[];
    };
  }[];
}

export interface Mandate {
  /** Election day. */
  election: string;
  /** The councils' term. */
  council: Range;
  /** The term of executive committees and boards: calendar years. */
  calendar: Range;
  first_year: number;
  last_year: number;
  years: number;
  /** True where the law of that time is not yet, or no longer, sure. */
  uncertain: boolean;
}

export interface Holiday {
  date: string;
  id: string;
  name: string;
  kind: 'public_holiday' | 'equated_eve' | 'eve' | 'squeeze_day';
  week: number;
}

export interface Range {
  start: string;
  end: string;
}

// The geometry of a wheel: a square of 1000 × 1000 units with the centre at 500, 500, x to the right
// and y downwards. Angles are degrees clockwise from the top; an arc over the top may begin below 0
// or end above 360. A path is the `d` of an SVG path. Lists are in drawing order.

/** A place. */
export interface Point { x: number; y: number }
/** An arc from one angle to another. */
export interface Sector { start: number; end: number }
/** `level-0`, `level-1` …, `neutral`, or the plan's own as `#rrggbb`. */
export type Colour = string;
/** How something stands to the chosen entry. */
export type Emphasis = 'dim' | 'normal' | 'chain' | 'selected';
export type Shape =
  | 'disc' | 'ring' | 'diamond' | 'open_diamond' | 'seal' | 'chevron' | 'square' | 'open_square' | 'plus'
  | 'triangle' | 'hexagon' | 'star' | 'half_disc';

/** A text along a path, from its middle. */
export interface ArcText { text: string; path: string; size: number; angle: number; sector: Sector }
export interface Level { title: string; colour: Colour }
/** A ring; `level` one past the last means no level. */
export interface Lane {
  index: number;
  label: string;
  level: number;
  colour: Colour;
  inner: number;
  outer: number;
  radius: number;
  width: number;
}
/** An entry that something stands for. */
export interface Item { id: string; kind: Kind; date: string; status: Status; label: string }

/** A mark on a lane: an entry, and what lands on it or is too near to stand alone. */
export interface Mark {
  id: string;
  kind: Kind;
  status: Status;
  date: string;
  /** Its accessible name. */
  label: string;
  merged: Item[];
  lane: number;
  level: number;
  track: number;
  shape: Shape;
  centre: Point;
  radius: number;
  angle: number;
  sector: Sector;
  outline: string;
  /** Radius of a ring around it: something is decided there. */
  ring?: number;
  /** A small outline inside it: what else lands there. */
  inner?: string;
  /** How many like entries it stands for, when more than one. */
  count?: { number: number; at: Point; size: number; inside: boolean };
  emphasis: Emphasis;
}

export interface Hand { date: string; label: string; angle: number; path: string; knob: Point }
export interface CentreLine { text: string; at: Point; size: number }

/** What both wheels have. */
interface AnyWheel {
  title: string;
  description: string;
  lang: Lang;
  /** The days that make the turn. */
  scale: Range;
  levels: Level[];
  lanes: Lane[];
  /** Ids of the lanes' bodies; `null` for a lane that is nobody's. */
  bodies: (string | null)[];
  marks: Mark[];
  hand?: Hand;
}

/** The wheel of a year. */
export interface Wheel extends AnyWheel {
  months: {
    year: number; month: number; sector: Sector; path: string; spoke: string; name?: ArcText; shaded: boolean;
  }[];
  /** `year`, `term`, `month` or `week`. */
  stretch: string;
  /** Days, where each has room for its name: in a month or a week, which have no months. */
  days: {
    date: string; sector: Sector; path: string; spoke: string; name: ArcText; free: boolean; current: boolean;
  }[];
  /** Each as `2027-W01`, with a tick on its Monday. */
  weeks: { week: string; tick?: string; number?: Point; current: boolean }[];
  holidays: { date: string; label: string; path: string }[];
  breaks: { label: string; sector: Sector; path: string }[];
  /** Days of others' calendars: an arc on the rim, and arcs to dash over the lanes that they bind. */
  backgrounds?: { label: string; sector: Sector; path: string; hatches: { path: string; width: number }[] }[];
  names: { lane: number; text: ArcText; clear: boolean; backing: string }[];
  /** The quiet part of the year in which most names rest. */
  wedge?: string;
  spans: {
    items: Item[]; lane: number; level: number; rail: number; radius: number; sector: Sector; path: string;
    whole: boolean; begins: boolean; ends: boolean; emphasis: Emphasis;
  }[];
  /** Shaded weeks of the lanes that hold too much for marks. */
  density: {
    week: string; date: string; lane: number; level: number; ids: string[]; label: string; sector: Sector;
    radii: [number, number]; centre: Point; path: string; shade: number; emphasis: Emphasis;
  }[];
  /** Lines from last days to their meetings. */
  tails: { id: string; lane: number; level: number; sector: Sector; path: string; emphasis: Emphasis }[];
  arrows: { from: string; to: string; kind: 'step' | 'preparation'; path: string; head: string; emphasis: Emphasis }[];
  /** Threads of joint meetings. */
  threads: { id: string; path: string; emphasis: Emphasis }[];
  centre: {
    radius: number;
    width: number;
    /** The years of the mandate period. */
    mandate: { year: number; current: boolean; label: string; sector: Sector; path: string; name: ArcText }[];
    year: CentreLine;
    lines: CentreLine[];
  };
}

/** The step to another mandate period. */
export interface PeriodStep { first_year: number; last_year: number; label: string; line: CentreLine }

/** The wheel of a mandate period. */
export interface MandateWheel extends AnyWheel {
  years: {
    number: number; range: Range; label: string; sector: Sector; path: string; spoke: string; name?: ArcText;
    shaded: boolean; current: boolean;
  }[];
  months: { year: number; month: number; tick?: string; name?: [string, Point]; current: boolean }[];
  /** Rows in which meetings are counted. */
  rows: Lane[];
  /** Months in which anybody meets. */
  cells: {
    month: string; lane: number; level: number; items: Item[]; label: string; sector: Sector;
    radii: [number, number]; centre: Point; path: string; shade: number; emphasis: Emphasis;
  }[];
  /** Periods. */
  bands: {
    items: Item[]; label: string; lane: number; level: number; rail?: number; sector: Sector;
    radii: [number, number]; centre: Point; path: string; text?: ArcText; shade: number; strength: number;
    begins: boolean; ends: boolean; emphasis: Emphasis;
  }[];
  /** Times between an election and taking office. */
  shifts: { label: string; sector: Sector; path: string }[];
  /** The ring of events, inside all lanes. */
  events: Lane;
  /** Ways to decisions. */
  leads: { id: string; sector: Sector; path: string; emphasis: Emphasis }[];
  /** Decisions by those who step down. */
  handovers: { id: string; path?: string; head?: string; emphasis: Emphasis }[];
  /** Heading of `notices`. */
  heading: string;
  /** What happens once in the period, as a list; `year` is the place in `years`. */
  notices: {
    id: string; kind: Kind; date: string; year: number; day: string; title: string; note: string; level: number;
    outgoing: boolean; emphasis: Emphasis;
  }[];
  centre: { radius: number; years: CentreLine; lines: CentreLine[]; previous?: PeriodStep; next?: PeriodStep };
}

/**
 * Starts the module, once; everything but `schema` needs it.
 * @param wasm where the wasm is, or itself; beside this script, without it
 * @param catalogue the duties that plans may name; beside this script, without it, and `null` for none
 */
export declare function load(
  wasm?: string | URL | Response | BufferSource | WebAssembly.Module | Promise<Response | BufferSource | WebAssembly.Module>,
  catalogue?: File | null | Promise<File>,
): Promise<void>;

/** Problems of a plan, and findings in its calendar. Throws for options only. */
export declare function check(plan: File, options?: Asking & Days): Checked;
/** The entries of a plan, sorted by day. */
export declare function calendar(plan: File, options?: CalendarOptions): Entry[];
/** One entry, whatever its year, and why it falls on its day. */
export declare function explain(plan: File, entry: string, options?: Asking): Entry;
/** Elections and mandate periods of municipalities and regions, 1970–2100. */
export declare function mandates(options?: { from?: number; to?: number }): Mandate[];
/** Public holidays, eves and squeeze days of a year. */
export declare function holidays(year: number, options?: { lang?: Lang }): Holiday[];
/** Every statutory date of a year. */
export declare function duties(year: number, options?: Asking): Duty[];
/** The wheel of a year: the finished geometry. */
export declare function wheel(plan: File, year: number, options?: WheelOptions): Wheel;
/** The wheel of the mandate period that a year is part of. */
export declare function mandateWheel(plan: File, year: number, options?: MandateWheelOptions): MandateWheel;
/** What a plan and variants of it cost, decide and change. */
export declare function simulate(plan: File, options?: SimulateOptions): Simulation;
/** A calendar file (RFC 5545). The same plan, options and stamp give the same text. */
export declare function toIcs(plan: File, options?: IcsOptions): string;
/** A table with a byte order mark, in which no cell can start a formula. */
export declare function toCsv(plan: File, options?: CsvOptions): string;
/** A wheel as an SVG file that stands alone. */
export declare function toSvg(plan: File, options: SvgOptions): string;
/** The JSON Schema of a plan, or of a catalogue; needs no `load`. */
export declare function schema(of?: 'plan' | 'catalogue'): Promise<object>;
