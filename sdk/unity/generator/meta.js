// Writes the .meta file of everything in the package. Unity ignores, in a package, what has none. An id is made from the path, so that it
// is the same on every machine and never changes. With --check it writes nothing and fails when one is missing, wrong, or left over.

import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, extname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '../ai.jiga.store')

const USER = '  userData: \n  assetBundleName: \n  assetBundleVariant: \n'
const IMPORTERS = {
  folder: `folderAsset: yes\nDefaultImporter:\n  externalObjects: {}\n${USER}`,
  '.cs': `MonoImporter:\n  externalObjects: {}\n  serializedVersion: 2\n  defaultReferences: []\n  executionOrder: 0\n  icon: {instanceID: 0}\n${USER}`,
  '.asmdef': `AssemblyDefinitionImporter:\n  externalObjects: {}\n${USER}`,
  '.json': `PackageManifestImporter:\n  externalObjects: {}\n${USER}`,
  '.md': `TextScriptImporter:\n  externalObjects: {}\n${USER}`,
  '.xml': `TextScriptImporter:\n  externalObjects: {}\n${USER}`,
  '.jslib': `PluginImporter:
  externalObjects: {}
  serializedVersion: 2
  iconMap: {}
  executionOrder: {}
  defineConstraints: []
  isPreloaded: 0
  isOverridable: 0
  isExplicitlyReferenced: 0
  validateReferences: 1
  platformData:
  - first:
      Any: 
    second:
      enabled: 0
      settings: {}
  - first:
      Editor: Editor
    second:
      enabled: 0
      settings:
        DefaultValueInitialized: true
  - first:
      WebGL: WebGL
    second:
      enabled: 1
      settings: {}
${USER}`,
}

const assets = folder =>
  readdirSync(folder, { withFileTypes: true })
    .filter(entry => !entry.name.startsWith('.') && !entry.name.endsWith('.meta'))
    // Unity does not look into folders whose name ends with a tilde.
    .filter(entry => !entry.name.endsWith('~'))
    .flatMap(entry => {
      const path = join(folder, entry.name)
      return entry.isDirectory() ? [[path, 'folder'], ...assets(path)] : [[path, extname(entry.name)]]
    })

const leftOver = folder =>
  readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return leftOver(path)
    return entry.name.endsWith('.meta') && !existsSync(path.slice(0, -'.meta'.length)) ? [path] : []
  })

const text = (path, kind) => {
  if (!IMPORTERS[kind]) throw new Error(`${path}: no importer is known for ${kind}`)
  const guid = createHash('md5').update(`ai.jiga.store/${relative(root, path).replaceAll('\\', '/')}`).digest('hex')
  return `fileFormatVersion: 2\nguid: ${guid}\n${IMPORTERS[kind]}`
}

let wrong = 0
const complain = what => {
  console.error(`${what}: run node sdk/unity/generator/meta.js`)
  wrong++
}
const check = process.argv.includes('--check')
for (const [path, kind] of assets(root)) {
  const meta = `${path}.meta`
  const expected = text(path, kind)
  if (existsSync(meta) && readFileSync(meta, 'utf8') === expected) continue
  if (check) complain(`${meta} is missing or wrong`)
  else writeFileSync(meta, expected)
}
for (const path of leftOver(root)) {
  if (check) complain(`${path} is left over`)
  else rmSync(path)
}
process.exitCode = wrong ? 1 : 0
