/** What the scripts hand to each other; for editors and the check alone, no part of it is sent. */

/** Where this guide begins on its host; partials/at-once.html says it before all scripts. */
declare const home: string;
/** What assets/search.js gives the page that fetched it. */
declare const guideSearch: SearchCode;
/** The pieces of the index in a folder that somebody took along, by their addresses. */
declare const searchPieces: Record<string, SearchIndex>;

interface SearchCode {
  load: (root: URL) => Promise<Search>;
  open: (root: URL) => void;
  shown: (root: URL, index: SearchIndex) => Shown;
}

/** A title and an address. */
type Way = [string, string];
/** In columns of letters: the gaps between places, and the weight of each; where a score starts. */
type Learnt = [gaps: string, weights: string, start: number];

interface Piece {
  pages: Way[];
  /** The page that each place is on, as a number among `pages`. */
  page: number[];
  /** A letter for each place: what kind of page it is on. */
  kind: string;
  heading: string[];
  fragment: string[];
  line: string[];
  also: string[];
}

/** The first piece, with all that belongs to the whole. */
interface SearchIndex extends Piece {
  /** The addresses of the other pieces. */
  more: string[];
  /** The address of what stands at each place. */
  lines: string;
  language: Language;
  alike: string[];
  people: string[];
  topics: string[];
  learnt: LearntOfDanger;
  themes: Way[];
  /** The page of all questions. */
  every: string | null;
  help: string;
  /** Where to say what was not found. */
  ask: Way | null;
  /** What the guide is about. */
  covers: string | null;
}

/** Of each place its text, and its kind, as a number among `kinds`. */
interface Lines {
  kinds: string[];
  kind: number[];
  text: string[];
}

/** The second piece, with what tells what a query is about. */
interface WholeIndex extends Piece {
  says: [phrases: string, leads: number[]][];
  elsewhere: Learnt | null;
  /** The places that a query may be about, and what tells them. */
  about: [places: number[], ...Columns];
}
/** In columns of letters: the gaps between marks, how many places each tells, which ones, and how much. */
type Columns = [gaps: string, counts: string, which: string, units: string];

interface Language {
  few: string;
  joints: string;
  irregular: Record<string, string>;
  endings: Way[];
}

/** Where somebody in danger is led. */
interface Haven {
  address: string;
  fragment: string;
  heading: string;
}

interface LearntOfDanger {
  words: string;
  alike: string[];
  roles: string[];
  danger: Learnt | null;
  /** The places for somebody in danger, and what tells them. */
  kinds: [places: [address: string, fragment: string, heading: string][], ...Columns];
}

interface Words {
  few: Set<string>;
  stem: (word: string) => string;
  stems: (text: string) => string[];
  clauses: (asked: string[]) => string[][];
  heads: (groups: string[]) => (word: string) => string;
}

type Learn = (text: string, times?: number) => void;

interface Spelling {
  learn: Learn;
  spelt: (typed: string[], most?: number) => string[];
  forget: () => void;
}

interface Place {
  number: number;
  title: string;
  address: string;
  heading: string;
  fragment: string;
  line: string;
  kind: string;
  own: string;
  seen: Set<string>;
}

/** A saying in a query: from which word to which, and the places that it leads to. */
interface Saying {
  from: number;
  end: number;
  leads: number[];
}

/** A word of a query, and the words of the guide that stand for it, with how much of it each is. */
interface Term {
  word: string;
  i: number;
  ways: Map<string, number>;
  weight: number;
}

interface Terms {
  own: Term[];
  others: { leads: Map<number, number>; weight: number }[];
}

interface Ranked {
  number: number;
  place: Place;
  points: number;
}

interface Found {
  results: Place[];
  /** By the words alone, the nearest first. */
  nearest: Place[];
  /** The place for somebody in danger, where a query speaks of danger. */
  alarm: Haven | undefined;
  unsure: boolean;
  /** As it was put right; "" where nothing was. */
  spelt: string;
  /** Whether there may be more, which has not come yet. */
  waits: boolean;
  /** Whether a word of the guide is one of those that were looked for. */
  isSought: (word: string) => boolean;
}

type Find = (query: string, options?: { questions?: boolean; most?: number }) => Found;

interface SearchEngine {
  find: Find;
  add: (piece: Piece, from: number, to: number) => void;
  complete: (piece: WholeIndex) => void;
}

interface Search extends SearchIndex {
  find: Find;
  /** Kept when the second piece has come: before that only danger is told. */
  whole: Promise<void>;
  /** Kept when all pieces have come, or one could not. */
  rest: Promise<void>;
  /** Fetched once, at the first call. */
  readLines: () => Promise<Lines>;
}

interface Shown {
  to: (address: string, fragment?: string) => string;
  way: (address: string, text?: string) => HTMLElement;
  link: (place: Haven & { title: string; kind?: string }) => HTMLElement;
  care: (tag: string, place: Haven) => HTMLElement;
}

/** What is written on a sheet, by the names of its fields. */
type Answers = Record<string, string>;
type Field = HTMLInputElement | HTMLTextAreaElement;

/** A list or a sheet whose answers keep.js knows. */
interface Kept extends HTMLFormElement {
  answers: {
    read: () => Answers;
    write: (values: Answers) => void;
    put: (values: Answers, was: Answers | null, tell: () => string) => void;
    save: (words?: string) => void;
    say: (words?: string) => void;
    /** Answers to lines that the sheet no longer has. */
    earlier: () => Answers;
    isUnkept: () => boolean;
  };
  /** What files.js can do, once it is fetched. */
  files: {
    saveText: () => void;
    save: () => void;
    open: (event: Event) => Promise<void>;
  };
}
