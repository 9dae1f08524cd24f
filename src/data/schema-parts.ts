/** The small shapes that a summit file is made of. Their descriptions are for editors' programs. */
import * as v from 'valibot';

/**
 * What the rest of the code has to know about a field. `schema-paths.ts` derives from it how references are checked, what a
 * translation may give, and what counts as a change; a test fails for a field without it.
 */
export interface FieldMetadata {
  /**
   * Of a string. `translated`: shown, in the language of the file. `original`: shown, and the same in every translation, since
   * readers find the source by it. `own-language`: shown, with a language of its own. `code`: no text of the file's language.
   */
  readonly text?: 'translated' | 'original' | 'own-language' | 'code';
  /** Whether it is the id of an entry that has to be in the file. */
  readonly isId?: boolean;
  /** Of such an id, unless it is the entry's own: the list that it refers to. */
  readonly references?: string;
  /** Of an entry of a list: what a message calls it. Its `id` is unique in the list. */
  readonly noun?: string;
  /**
   * Of a list of claims. `label`: they bear out the object that they are in, which needs at least one. `row`: they are about
   * it. Both take back what they say with them when they are withdrawn.
   */
  readonly bearsOut?: 'label' | 'row';
  /** Of a field of a claim that readers see: the words for it in the log. `false` for a field that they don't see. */
  readonly change?: string | false;
  /** Whether readers are owed an entry of the log when the field changes. */
  readonly isLogged?: boolean;
}

/** A name of something in a list of the file, such as an actor or a claim. */
export const id = v.pipe(
  v.string(),
  v.regex(
    /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
    "must be lower-case letters and digits, with single hyphens between words, such as 'lake-verra'",
  ),
  v.maxLength(80),
  v.metadata({text: 'code', isId: true} satisfies FieldMetadata),
  v.description('Name of the entry for references: lower-case letters, digits and hyphens. Never shown.'),
  v.examples(['main-aim', 'paragraph-3']),
);

export const actorId = v.pipe(id, v.metadata({references: 'actors'} satisfies FieldMetadata));

export const topicId = v.pipe(id, v.metadata({references: 'topics'} satisfies FieldMetadata));

export const sourceId = v.pipe(id, v.metadata({references: 'sources'} satisfies FieldMetadata));

const regionId = v.pipe(id, v.metadata({references: 'regions'} satisfies FieldMetadata));

const claimId = v.pipe(id, v.metadata({references: 'claims'} satisfies FieldMetadata));

export const actorIds = v.array(actorId);

export const regionIds = v.array(regionId);

const bearingClaims = v.array(claimId);

export const claimIds = v.pipe(
  bearingClaims,
  v.metadata({bearsOut: 'label'} satisfies FieldMetadata),
  v.description('Ids of the claims that bear this out. Without any, nobody vouches for it.'),
);

/** Claims about something that is shown without them as well. */
export const relatedClaimIds = v.pipe(
  bearingClaims,
  v.metadata({bearsOut: 'row'} satisfies FieldMetadata),
  v.description('Ids of the claims that bear this out. Without any, nobody vouches for it.'),
);

/** Ids of entries that may be gone. */
export const formerIds = v.array(v.pipe(id, v.metadata({isId: false} satisfies FieldMetadata)));

export const sourceIds = v.pipe(
  v.array(sourceId),
  v.description('Ids of the sources of codes, native names and coordinates.'),
);

/** A text. `check-texts.ts` refuses characters that would disguise it. */
const text = v.pipe(v.string(), v.regex(/\S/, 'must not be empty'), v.maxLength(2000));

export const translatedText = v.pipe(text, v.metadata({text: 'translated'} satisfies FieldMetadata));

export const originalText = v.pipe(text, v.metadata({text: 'original'} satisfies FieldMetadata));

export const ownLanguageText = v.pipe(text, v.metadata({text: 'own-language'} satisfies FieldMetadata));

export const codeText = v.pipe(text, v.metadata({text: 'code'} satisfies FieldMetadata));

export const language = v.pipe(
  v.string(),
  v.metadata({text: 'code'} satisfies FieldMetadata),
  v.regex(/^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?$/, "must be a language tag such as 'en' or 'pt-BR'"),
  v.description('BCP 47 language tag.'),
  v.examples(['en', 'uk', 'pt-BR']),
);

export const url = v.pipe(
  v.string(),
  v.metadata({text: 'code'} satisfies FieldMetadata),
  v.regex(/^[Hh][Tt][Tt][Pp][Ss]?:\/\/[^\s/]\S*$/, 'must start with http:// or https:// and have no blanks'),
  v.maxLength(2000),
  v.description('Address, http or https only.'),
  v.examples(['https://example.org/article']),
);

/** Nothing before the first slash may look like a scheme, and no second slash may make it a host. */
export const fileAddress = v.pipe(
  v.string(),
  v.metadata({text: 'code'} satisfies FieldMetadata),
  v.regex(
    /^(?:[Hh][Tt][Tt][Pp][Ss]?:\/\/[^\s/]|(?![\\/]{2}|[^/?#]*:)[^\s])\S*$/,
    "must be an http(s) address or one relative to this file, such as 'lake-verra.de.json', without blanks",
  ),
  v.maxLength(2000),
);

/** Each month with the days it has; 29 February in leap years alone. */
export const date = v.pipe(
  v.string(),
  v.metadata({text: 'code'} satisfies FieldMetadata),
  v.regex(
    /^(?:\d{4}(?:-(?:(?:0[13578]|1[02])(?:-(?:0[1-9]|[12]\d|3[01]))?|(?:0[469]|11)(?:-(?:0[1-9]|[12]\d|30))?|02(?:-(?:0[1-9]|1\d|2[0-8]))?))?|(?:\d\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)$/,
    'must be a day, a month or a year of the calendar: 2025-08-15, 2025-08 or 2025',
  ),
  v.description('A day, a month or a year: 2025-08-15, 2025-08 or 2025. As exact as the source is, no more.'),
  v.examples(['2025-08-15', '2025-08', '2025']),
);

/** A number typed too high could never be taken back: pages that are open show no earlier edition. */
export const revision = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000));

export const placeCode = v.pipe(
  v.string(),
  v.metadata({text: 'code'} satisfies FieldMetadata),
  v.regex(/^[A-Z]{2}(?:-[A-Z\d]{1,3})?$/, "must be an ISO 3166 code such as 'UA-14' or 'UA'"),
  v.description('ISO 3166-2 code, or ISO 3166-1 alpha-2 for a country.'),
  v.examples(['UA-14', 'UA']),
);

export const wikidata = v.pipe(
  v.string(),
  v.metadata({text: 'code'} satisfies FieldMetadata),
  v.regex(/^Q\d+$/, "must be the id of a Wikidata item such as 'Q7747'"),
  v.maxLength(20),
  v.description('Wikidata item.'),
  v.examples(['Q7747']),
);

export const point = v.pipe(
  v.strictTuple([
    v.pipe(v.number(), v.minValue(-180), v.maxValue(180), v.description('Longitude.')),
    v.pipe(v.number(), v.minValue(-90), v.maxValue(90), v.description('Latitude.')),
  ]),
  v.description('Longitude and latitude in degrees, WGS 84, east and north positive.'),
  v.examples([[-149.9, 61.22]]),
);

const unit = v.pipe(v.number(), v.minValue(-100_000), v.maxValue(100_000));
const size = v.pipe(v.number(), v.minValue(1), v.maxValue(100_000));

export const viewBox = v.pipe(
  v.strictTuple([unit, unit, size, size]),
  v.description('Left, top, width and height of the drawing, in its own units.'),
  v.examples([[0, 0, 600, 405]]),
);

export const mapPoint = v.pipe(
  v.strictTuple([unit, unit]),
  v.description('Where the number or name stands, in units of the map’s viewBox.'),
);

export const path = v.pipe(
  v.string(),
  v.metadata({text: 'code'} satisfies FieldMetadata),
  v.regex(/^[MmLlHhVvZz\d\s,.+-]+$/, 'must be an SVG path of straight lines (commands M, L, H, V and Z)'),
  v.maxLength(100_000),
  v.description('SVG path of straight lines, in units of the map’s viewBox.'),
  v.examples(['M120 90l110 -20 40 60z']),
);
