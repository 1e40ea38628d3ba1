// Reads JSON Schema as the store's descriptions use it, and says what each schema is in C#.

/** Members whose own name would say the wrong thing, or clash with their class. */
const RENAMED = { 'Receipt.receipt': 'Jws' }

/** Words of C# that may not be names, and names that would hide a member of every object. */
const TAKEN = new Set(['Equals', 'GetHashCode', 'GetType', 'ToString', 'Raw', 'ToJson'])

export const pascal = name =>
  name
    .replace(/[^A-Za-z0-9]+(.)?/g, (_, next) => (next ?? '').toUpperCase())
    .replace(/^./, first => first.toUpperCase())

export const memberName = (className, name) => {
  const renamed = RENAMED[`${className}.${name}`]
  if (renamed) return renamed
  const member = pascal(name)
  return member === className || TAKEN.has(member) ? `${member}Value` : member
}

export class Schemas {
  #schemas

  constructor(schemas) {
    this.#schemas = schemas
  }

  named(name) {
    const schema = this.#schemas[name]
    if (!schema) throw new Error(`There is no schema ${name}`)
    return schema
  }

  /** Every schema that answers of these can hold, by name, in the order of names. */
  reachable(names) {
    const found = new Set()
    const visit = schema => {
      if (Array.isArray(schema)) return schema.forEach(visit)
      if (schema === null || typeof schema !== 'object') return
      if (typeof schema.$ref === 'string') return add(refName(schema.$ref))
      Object.values(schema).forEach(visit)
    }
    const add = name => {
      if (found.has(name)) return
      found.add(name)
      visit(this.named(name))
    }
    names.forEach(add)
    return [...found].sort()
  }

  /** A schema with its members, those of all its alternatives together: an agent is seen in three ways, and read in one. */
  object(schema) {
    if (schema.$ref) return this.object(this.named(refName(schema.$ref)))
    const parts = [...(schema.allOf ?? []), ...(schema.properties ? [{ ...schema, anyOf: undefined, allOf: undefined }] : [])]
    const ways = alternatives(schema)
    if (ways.length === 0 && parts.length <= 1 && !schema.allOf) return withPresence(schema)
    const all = [...parts, ...ways].map(part => (part.properties && !part.allOf ? withPresence(part) : this.object(part)))
    const properties = {}
    const always = {}
    for (const each of all) {
      for (const [name, member] of Object.entries(each.properties ?? {})) properties[name] ??= member
    }
    for (const name of Object.keys(properties)) {
      always[name] = ways.length === 0
        ? all.some(each => each.always?.[name])
        : all.every(each => each.properties?.[name] && each.always[name])
    }
    return { description: schema.description, properties, always }
  }

  isObject(schema) {
    if (schema.$ref) return this.isObject(this.named(refName(schema.$ref)))
    return Object.keys(this.object(schema).properties ?? {}).length > 0
  }

  /** What a schema is: {kind, nullable, ...}. */
  kind(schema) {
    if (schema.$ref) {
      const name = refName(schema.$ref)
      const target = this.named(name)
      if (target.enum) return { kind: 'text', nullable: false, values: name }
      if (this.isObject(target)) return { kind: 'object', type: name, nullable: false }
      return this.kind(target)
    }
    const ways = alternatives(schema)
    if (ways.length === 1) return { ...this.kind(ways[0]), nullable: true }
    if (ways.length > 1) return { kind: 'json', nullable: true }
    const types = [schema.type].flat().filter(type => type && type !== 'null')
    const nullable = [schema.type].flat().includes('null')
    if (schema.const !== undefined) return { ...this.kind({ type: typeof schema.const === 'number' ? 'integer' : typeof schema.const }), nullable }
    if (schema.enum && types.length === 0) return { kind: 'text', nullable }
    if (types.length !== 1) return { kind: 'json', nullable: true }
    switch (types[0]) {
      case 'string':
        return { kind: schema.format === 'date-time' ? 'time' : 'text', nullable }
      case 'integer':
        return { kind: 'long', nullable }
      case 'number':
        return { kind: 'double', nullable }
      case 'boolean':
        return { kind: 'bool', nullable }
      case 'array':
        return { kind: 'list', of: this.kind(schema.items ?? {}), nullable }
      default:
        return schema.additionalProperties?.type === 'string' ? { kind: 'texts', nullable } : { kind: 'jsonObject', nullable }
    }
  }
}

export const refName = ref => ref.split('/').at(-1)

const alternatives = schema => (schema.anyOf ?? schema.oneOf ?? []).filter(way => way.type !== 'null')

/**
 * Which members are always there. `x-always` says it of answers, `required` of frames; where neither stands, what cannot be null is there.
 */
const withPresence = schema => {
  const listed = schema['x-always'] ?? (schema.required?.length ? schema.required : undefined)
  const always = {}
  for (const [name, member] of Object.entries(schema.properties ?? {})) {
    always[name] = listed ? listed.includes(name) : !canBeNull(member)
  }
  return { description: schema.description, properties: schema.properties ?? {}, always }
}

const canBeNull = schema =>
  [schema.type].flat().includes('null') || (schema.anyOf ?? schema.oneOf ?? []).some(way => way.type === 'null')
