/**
 * The shape of a translation file. Unknown keys outside `texts` are allowed, as in a summit file. The valid keys of
 * `texts` depend on the summit, so this schema doesn't check them.
 */
import * as v from 'valibot';
import {id, language, revision} from './schema-parts.js';

export const translationSchema = v.object({
  schemaVersion: v.pipe(v.string(), v.regex(/^1\.\d+$/, "must be a 1.x version such as '1.0'")),
  of: v.object({id, revision}),
  lang: language,
  machine: v.optional(v.boolean()),
  texts: v.object({}),
});
