/**
 * Writes the bill of materials of a release in CycloneDX format: the package's dependencies and the packages bundled
 * into its files. Needs `npm run build`.
 *
 *   node tools/build/sbom.mjs    writes build/release/sbom.cdx.json
 *
 * `npm sbom` reads only the lock file, so it treats bundled packages as development tools. The output is
 * reproducible: it contains no times or random values.
 */
import {mkdirSync, readFileSync, realpathSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {createHash} from 'node:crypto';
import {readBundled} from './bundled.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const sbomFile = path.join(root, 'build', 'release', 'sbom.cdx.json');

const purlOf = (name, version) => `pkg:npm/${name.replace('@', '%40')}@${version}`;

/**
 * The path of the dependency `name` of the package at `place`: in its own node_modules or in that of a parent folder.
 */
function resolve(packages, place, name) {
  for (let folder = place; ; folder = folder.slice(0, folder.lastIndexOf('/node_modules/'))) {
    const found = `${folder && `${folder}/`}node_modules/${name}`;
    if (packages[found]) return found;
    if (!folder.includes('/node_modules/')) break;
  }
  const top = `node_modules/${name}`;
  return packages[top] ? top : undefined;
}

const requirements = (packages, place) =>
  Object.keys(packages[place].dependencies ?? {})
    .map((name) => resolve(packages, place, name))
    .filter(Boolean);

/** These packages and all their dependencies. */
function closure(packages, places, found = new Set()) {
  for (const place of places) {
    if (found.has(place)) continue;
    found.add(place);
    closure(packages, requirements(packages, place), found);
  }
  return found;
}

/**
 * @param {{packages: Record<string, object>}} lock The lock file.
 * @param {Record<string, string[]>} bundled What each folder of dist/ carries, as `readBundled` gives it.
 */
export function makeSbom(lock, bundled) {
  const {packages} = lock;
  const own = packages[''];
  const installed = closure(packages, requirements(packages, ''));
  const places = [...new Set([...installed, ...Object.values(bundled).flat()])].sort();

  const refOf = (place) =>
    purlOf(place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length), packages[place].version);
  const components = places.map((place) => {
    const {version, license, integrity} = packages[place] ?? {};
    if (!version || !license || !integrity)
      throw new Error(`package-lock.json lacks version, license or integrity of ${place}.`);
    const [algorithm, hash] = integrity.split(/-(.*)/s);
    return {
      type: 'library',
      'bom-ref': refOf(place),
      name: place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version,
      scope: 'required',
      hashes: [{alg: algorithm.replace('sha', 'SHA-'), content: Buffer.from(hash, 'base64').toString('hex')}],
      licenses: [/ (?:OR|AND|WITH) /.test(license) ? {expression: license} : {license: {id: license}}],
      purl: refOf(place),
      properties: [
        ...(installed.has(place) ? [{name: 'summit-embeds:installed', value: 'as a dependency'}] : []),
        ...Object.keys(bundled)
          .filter((folder) => bundled[folder].includes(place))
          .sort()
          .map((folder) => ({name: 'summit-embeds:inside', value: folder === 'dist' ? 'dist/prerender.js' : folder})),
      ],
    };
  });
  // The same version in two places counts as one component.
  const byRef = new Map();
  for (const component of components) {
    const previous = byRef.get(component['bom-ref']);
    if (previous) previous.properties.push(...component.properties);
    else byRef.set(component['bom-ref'], component);
  }

  const ownRef = purlOf(own.name, own.version);
  const direct = [...new Set([...requirements(packages, ''), ...Object.values(bundled).flat()].map(refOf))].sort();
  const content = {
    metadata: {
      component: {
        type: 'library',
        'bom-ref': ownRef,
        name: own.name,
        version: own.version,
        licenses: [{license: {id: own.license}}],
        purl: ownRef,
      },
    },
    components: [...byRef.values()],
    dependencies: [
      {ref: ownRef, dependsOn: direct},
      ...[...new Map(places.map((place) => [refOf(place), place]))].map(([ref, place]) => ({
        ref,
        dependsOn: [
          ...new Set(
            requirements(packages, place)
              .filter((other) => places.includes(other))
              .map(refOf),
          ),
        ].sort(),
      })),
    ],
  };
  const digits = createHash('sha256').update(JSON.stringify(content)).digest('hex');
  const serial = [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `8${digits.slice(13, 16)}`,
    `8${digits.slice(17, 20)}`,
    digits.slice(20, 32),
  ];
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: `urn:uuid:${serial.join('-')}`,
    version: 1,
    ...content,
  };
}

export function writeSbom() {
  const bundled = readBundled(root);
  if (Object.keys(bundled).length === 0) throw new Error('build/bundled.json is missing: npm run build writes it.');
  const sbom = makeSbom(JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')), bundled);
  mkdirSync(path.dirname(sbomFile), {recursive: true});
  writeFileSync(sbomFile, `${JSON.stringify(sbom, null, 2)}\n`);
  return sbom;
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  console.log(`${path.relative(root, sbomFile)}: ${writeSbom().components.length} components`);
}
