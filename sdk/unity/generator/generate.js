// Writes Runtime/Types from docs/api/openapi.yaml and docs/api/asyncapi.yaml. With --check it writes nothing and fails when what lies
// there is not what it would write.

import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { answerClass, file, frameClass, requestClass, valuesClass } from './csharp.js'
import { Schemas, refName } from './schemas.js'
import { OPERATIONS, STORE_FRAMES } from './surface.js'

const here = dirname(fileURLToPath(import.meta.url))
const api = process.env.JIGA_API_DOCS ?? join(here, '../../../docs/api')
const types = join(here, '../ai.jiga.store/Runtime/Types')

const read = name => parse(readFileSync(join(api, name), 'utf8'), { maxAliasCount: -1 })

const openapi = read('openapi.yaml')
const asyncapi = read('asyncapi.yaml')
const schemas = new Schemas(openapi.components.schemas)

const isJson = type => type.includes('json')
const refsOf = content =>
  Object.entries(content ?? {}).filter(([type]) => isJson(type)).flatMap(([, { schema }]) =>
    schema?.$ref ? [refName(schema.$ref)] : (schema?.anyOf ?? []).filter(way => way.$ref).map(way => refName(way.$ref)))

const answers = new Set()
const bodies = new Set()
for (const path of Object.values(openapi.paths)) {
  for (const operation of Object.values(path)) {
    if (!OPERATIONS.includes(operation?.operationId)) continue
    refsOf(operation.requestBody?.content).forEach(name => bodies.add(name))
    for (const [status, response] of Object.entries(operation.responses)) {
      if (status.startsWith('2')) refsOf(response.content).forEach(name => answers.add(name))
    }
  }
}

const known = Object.values(openapi.paths).flatMap(path => Object.values(path).map(operation => operation?.operationId))
const missing = OPERATIONS.filter(operation => !known.includes(operation))
if (missing.length > 0) throw new Error(`docs/api/openapi.yaml has no ${missing.join(', ')}`)

const isPage = name => /^Page[A-Z]/.test(name)
const answerNames = schemas.reachable(answers)
const bodyNames = schemas.reachable(bodies)
const values = [...new Set([...answerNames, ...bodyNames])].filter(name => schemas.named(name).enum).sort()
const objects = names => names.filter(name => !schemas.named(name).enum && !isPage(name) && schemas.isObject(schemas.named(name)))
const answerObjects = objects(answerNames)
const bodyObjects = objects(bodyNames)
const both = bodyObjects.filter(name => answerObjects.includes(name))
// What is both sent and answered is two types: one that is filled in, and one that is read.
const requestName = name => (both.includes(name) ? `${name}Request` : name)
const renamed = new Schemas(Object.fromEntries(Object.entries(JSON.parse(JSON.stringify(openapi.components.schemas), (key, value) =>
  key === '$ref' && both.includes(refName(value)) ? `#/components/schemas/${requestName(refName(value))}` : value))
  .flatMap(([name, schema]) => (both.includes(name) ? [[name, schema], [requestName(name), schema]] : [[name, schema]]))))

const frames = STORE_FRAMES.map(type => {
  const message = asyncapi.components.messages[type]
  return { type, message, data: message.payload.properties.data }
})
const frameSchemas = new Schemas(asyncapi.components.schemas)

// An object inside of a frame has no name of its own there; it gets the frame's and the member's.
const nested = []
for (const { type, data } of frames) {
  for (const [name, member] of Object.entries(data.properties ?? {})) {
    const object = member.type === 'array' ? member.items : member
    if (object?.type === 'object' && object.properties) {
      const inner = `${type}_${name}`.replace(/(^|_)(.)/g, (_, __, c) => c.toUpperCase())
      nested.push([inner, object])
      asyncapi.components.schemas[inner] = object
      const ref = { $ref: `#/components/schemas/${inner}` }
      data.properties[name] = member.type === 'array' ? { ...member, items: ref } : ref
    }
  }
}

const written = {
  'Answers.cs': file(answerObjects.map(name => answerClass(schemas, name, schemas.object(schemas.named(name))))),
  'Requests.cs': file(bodyObjects.map(name => requestClass(renamed, requestName(name), renamed.object(renamed.named(requestName(name)))))),
  'Values.cs': file(values.map(name => valuesClass(name, schemas.named(name)))),
  'Frames.cs': file([
    ...frames.map(({ type, message, data }) => frameClass(frameSchemas, type, message.summary, frameSchemas.object({ properties: {}, ...data }))),
    ...nested.map(([name, schema]) => answerClass(frameSchemas, name, frameSchemas.object(schema))),
  ]),
}

let stale = 0
for (const [name, text] of Object.entries(written)) {
  const path = join(types, name)
  if (process.argv.includes('--check')) {
    if (!existsSync(path) || readFileSync(path, 'utf8') !== text) {
      console.error(`${path} is stale: run node sdk/unity/generator/generate.js`)
      stale++
    }
  } else {
    writeFileSync(path, text)
    console.log(`${name}: ${text.split('\n').length} lines`)
  }
}
process.exitCode = stale ? 1 : 0
