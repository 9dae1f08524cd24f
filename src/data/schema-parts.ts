/** The building blocks of the summit schema. Their descriptions appear in code editors. */
import * as v from 'valibot';
import {VISIBLE} from './is-visible.js';

/**
 * Metadata of a field. `schema-paths.ts` derives from it how references are checked, which texts a translation may
 * give, and which changes count. A test fails for a field without it.
 */
export interface FieldMetadata {
  /**
   * For a string. `translated`: shown in the language of the file. `original`: shown unchanged in every translation,
   * since readers find the source by it. `own-language`: shown, with its own language. `code`: not in the file's
   * language.
   */
  readonly text?: 'translated' | 'original' | 'own-language' | 'code';
  /** Whether the value must be the id of an entry in the file. */
  readonly isId?: boolean;
  /** For such an id, unless it is the entry's own: the list that it refers to. */
  readonly references?: string;
  /** For an entry of a list: the noun that messages use for it. Its `id` is unique in the list. */
  readonly noun?: string;
  /**
   * For a list of claims. `label`: the claims support the object that contains them, which needs at least one. `row`:
   * the claims are about the object. If all claims are withdrawn, the statement is withdrawn too.
   */
  readonly bearsOut?: 'label' | 'row';
  /** For a field of a claim that readers see: its name in the log. `false` if readers don't see the field. */
  readonly change?: string | false;
  /** Whether a change of the field needs an entry in the log. */
  readonly isLogged?: boolean;
  /** Whether it is part of a drawing, whose coordinates mean nothing to a person. */
  readonly isOutline?: boolean;
}

/** The id of an entry of a list, such as an actor or a claim. */
export const id = v.pipe(
  v.string(),
  v.regex(
    /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
    "must be lower-case letters and digits, with single hyphens between words, such as 'lake-verra'",
  ),
  v.maxLength(80),
  v.metadata({text: 'code', isId: true} satisfies FieldMetadata),
  v.description('Identifier of the entry, used in references: lower-case letters, digits and hyphens. Never shown.'),
  v.examples(['main-aim', 'paragraph-3']),
);

export const actorId = v.pipe(id, v.metadata({references: 'actors'} satisfies FieldMetadata));

export const topicId = v.pipe(id, v.metadata({references: 'topics'} satisfies FieldMetadata));

export const sourceId = v.pipe(id, v.metadata({references: 'sources'} satisfies FieldMetadata));

const regionId = v.pipe(id, v.metadata({references: 'regions'} satisfies FieldMetadata));

export const claimId = v.pipe(id, v.metadata({references: 'claims'} satisfies FieldMetadata));

export const actorIds = v.array(actorId);

export const regionIds = v.array(regionId);

export const positionId = v.pipe(id, v.metadata({references: 'positions'} satisfies FieldMetadata));

const bearingClaims = v.array(claimId);

/** Claims that belong to a claim and not to a view. */
export const otherClaimIds = v.array(claimId);

export const claimIds = v.pipe(
  bearingClaims,
  v.metadata({bearsOut: 'label'} satisfies FieldMetadata),
  v.description('Ids of the claims that support this.'),
);

/** Claims about an object that is shown even without claims. */
export const relatedClaimIds = v.pipe(
  bearingClaims,
  v.metadata({bearsOut: 'row'} satisfies FieldMetadata),
  v.description('Ids of the claims that support this.'),
);

/** Ids of entries that the file may no longer have. */
export const formerIds = v.array(v.pipe(id, v.metadata({isId: false} satisfies FieldMetadata)));

export const sourceIds = v.pipe(
  v.array(sourceId),
  v.description('Ids of the sources of codes, native names and coordinates.'),
);

/** A text. `check-texts.ts` rejects characters that could disguise it. */
const text = v.pipe(v.string(), v.regex(VISIBLE, 'must not be empty'), v.maxLength(2000));

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
  v.regex(/^[Hh][Tt][Tt][Pp][Ss]?:\/\/[^\s/]\S*$/, 'must start with http:// or https:// and contain no spaces'),
  v.maxLength(2000),
  v.description('Address, http or https only.'),
  v.examples(['https://example.org/article']),
);

/**
 * A relative address may not contain a scheme before the first slash or start with two slashes, which would name a
 * host.
 */
export const fileAddress = v.pipe(
  v.string(),
  v.metadata({text: 'code'} satisfies FieldMetadata),
  v.regex(
    /^(?:[Hh][Tt][Tt][Pp][Ss]?:\/\/[^\s/]|(?![\\/]{2}|[^/?#]*:)[^\s])\S*$/,
    "must be an http(s) address or one relative to this file, such as 'lake-verra.de.json', without spaces",
  ),
  v.maxLength(2000),
);

/** Checks the number of days of each month; 29 February is valid only in leap years. */
export const date = v.pipe(
  v.string(),
  v.metadata({text: 'code'} satisfies FieldMetadata),
  v.regex(
    /^(?:\d{4}(?:-(?:(?:0[13578]|1[02])(?:-(?:0[1-9]|[12]\d|3[01]))?|(?:0[469]|11)(?:-(?:0[1-9]|[12]\d|30))?|02(?:-(?:0[1-9]|1\d|2[0-8]))?))?|(?:\d\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)$/,
    'must be a valid day, month or year: 2025-08-15, 2025-08 or 2025',
  ),
  v.description('A day, a month or a year: 2025-08-15, 2025-08 or 2025. Don’t be more exact than the source.'),
  v.examples(['2025-08-15', '2025-08', '2025']),
);

/** A day, or a minute of it. */
export const moment = v.pipe(
  v.string(),
  v.metadata({text: 'code'} satisfies FieldMetadata),
  v.regex(
    /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?:T(?:[01]\d|2[0-3]):[0-5]\d)?$/,
    'must be a day, with or without a time: 2031-05-04 or 2031-05-04T12:00',
  ),
  v.description('A day, or a day and a local time: 2031-05-04 or 2031-05-04T12:00.'),
  v.examples(['2031-05-04T12:00']),
);

/** The amount of a figure. */
export const amount = v.pipe(v.number(), v.minValue(0), v.maxValue(1e15));

export const currency = v.pipe(
  v.string(),
  v.metadata({text: 'code'} satisfies FieldMetadata),
  v.regex(/^[A-Z]{3}$/, "must be an ISO 4217 code such as 'USD'"),
  v.description('ISO 4217 code.'),
  v.examples(['USD']),
);

/** Limited because a revision can't be lowered again: open pages ignore earlier editions. */
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
  v.metadata({isOutline: true} satisfies FieldMetadata),
  v.description('Left, top, width and height of the drawing, in its own units.'),
  v.examples([[0, 0, 600, 405]]),
);

export const mapPoint = v.pipe(
  v.strictTuple([unit, unit]),
  v.metadata({isOutline: true} satisfies FieldMetadata),
  v.description('Position of the number or name, in units of the map’s viewBox.'),
);

export const mapBox = v.pipe(
  v.strictTuple([unit, unit, size, size]),
  v.metadata({isOutline: true} satisfies FieldMetadata),
  v.description('Left, top, width and height, in units of the map’s viewBox.'),
);

/** A length on the map. */
export const mapLength = v.pipe(
  v.number(),
  v.minValue(0),
  v.maxValue(100_000),
  v.metadata({isOutline: true} satisfies FieldMetadata),
);

export const path = v.pipe(
  v.string(),
  v.metadata({text: 'code', isOutline: true} satisfies FieldMetadata),
  v.regex(/^[MmLlHhVvZz\d\s,.+-]+$/, 'must be an SVG path of straight lines (commands M, L, H, V and Z)'),
  v.maxLength(100_000),
  v.description(
    'SVG path of straight lines, in units of the map’s viewBox. A point is a path without length: M120 90h0.',
  ),
  v.examples(['M120 90l110 -20 40 60z']),
);
