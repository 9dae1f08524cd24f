/**
 * Writes a schema as a table for script-tag files: what `src/data/schema-issues.ts` reads of a valibot schema, without
 * valibot. Explanations and metadata are for editors and the build.
 */

/** Limits that `schema-issues.ts` knows. Those without a message there have one of their own. */
const LIMITS = {regex: true, max_length: false, min_value: false, max_value: false, integer: false};

const WITHOUT_LIMITS = new Set(['string', 'number', 'boolean', 'picklist', 'literal', 'array', 'object']);

/** The limits of a schema and of the schemas that it was made from. */
function limitsOf({pipe = []}) {
  return pipe.flatMap((part) =>
    part.kind === 'validation' ? [part] : part.kind === 'schema' && part.pipe ? limitsOf(part) : [],
  );
}

function packLimit({type, requirement, message}) {
  if (!(type in LIMITS)) throw new Error(`src/data/schema-issues.ts doesn't check ${type}.`);
  const fields = [
    `type:${JSON.stringify(type)}`,
    ...(type === 'integer'
      ? []
      : [`requirement:${requirement instanceof RegExp ? requirement : JSON.stringify(requirement)}`]),
    ...(LIMITS[type] ? [`message:${JSON.stringify(message)}`] : []),
  ];
  return `{${fields.join()}}`;
}

/**
 * The code of a module that exports `schema` as `name`.
 *
 * @param schema A valibot schema. Throws if the validator would not read a part of it.
 */
export function packSchema(name, schema) {
  /** Constants by code, so that equal parts appear once. */
  const constants = new Map();
  const share = (code) => {
    if (!constants.has(code)) constants.set(code, `_${constants.size}`);
    return constants.get(code);
  };
  const pack = (outer) => {
    const {type, entries, item, items, wrapped, options, literal} = outer;
    if (type === 'optional') return share(`optional(${pack(wrapped)})`);
    const limits = limitsOf(outer).map((limit) => share(packLimit(limit)));
    const list = limits.length > 0 ? `,${limits.join()}` : '';
    if (entries) {
      const fields = Object.entries(entries).map(([key, entry]) => `${JSON.stringify(key)}:${pack(entry)}`);
      return share(`{type:'object',entries:{${fields.join()}}}`);
    }
    if (item) return share(`{type:'array',item:${pack(item)}}`);
    if (items) return share(`{type:'strict_tuple',items:[${items.map(pack).join()}]}`);
    if (!WITHOUT_LIMITS.has(type)) throw new Error(`src/data/schema-issues.ts doesn't check ${type}.`);
    if (options) return share(`{type:'picklist',options:${JSON.stringify(options)}}`);
    if (literal !== undefined) return share(`{type:'literal',literal:${JSON.stringify(literal)}}`);
    return share(`single('${type}'${list})`);
  };
  const root = pack(schema);
  return [
    'const single = (type, ...pipe) => ({type, pipe});',
    'const optional = (wrapped) => ({type: "optional", wrapped});',
    ...[...constants].map(([code, constant]) => `const ${constant} = ${code};`),
    `export const ${name} = ${root};`,
  ].join('\n');
}
