// What mcs does not say: how files look, and what must not be in a package for browsers and IL2CPP. Each rule is tried on a bad example
// first. Usage: lint.js FOLDER...

import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'

const RULES = [
  { name: 'a tab', bad: '\tint x;', finds: /\t/, in: /./ },
  { name: 'a space at the end of a line', bad: 'int x; ', finds: / +$/, in: /./, but: /meta\.js$/ },
  { name: 'a line of more than 150 characters', bad: 'x'.repeat(151), finds: /^.{151}/, in: /\.cs$/, but: /Types\/(Answers|Requests|Frames|Values)\.cs$|Tests\// },
  { name: 'a word for later', bad: '// TODO', finds: /\b(TODO|FIXME|XXX)\b/, in: /./ },
  // A browser has no threads: what needs one never goes on there.
  { name: 'a thread, or what waits for one', bad: 'Task.Run(x)', finds: /\b(Task\.Run\(|new Thread\(|ThreadPool\.|\.Wait\(\)|\.Result\b|CancelAfter\()/, in: /Runtime\/.*\.cs$/, but: /ClientWebSocketLine|SerialContext|Tests\// },
  { name: 'a timer of .NET', bad: 'Task.Delay(5)', finds: /Task\.Delay\(|System\.Threading\.Timer|new Timer\(\w/, in: /Runtime\/.*\.cs$/, but: /Clock\.cs$|Tests\// },
  { name: 'a way off the main thread', bad: '.ConfigureAwait(false)', finds: /\.ConfigureAwait\(|TaskCreationOptions\.RunContinuationsAsynchronously/, in: /Runtime\/.*\.cs$/, but: /ClientWebSocketLine|Tests\// },
  // IL2CPP compiles ahead of time, and strips what nobody names.
  { name: 'reflection', bad: 'using System.Reflection;', finds: /System\.Reflection|\bdynamic\s+\w+\s*=|Activator\.|JsonConvert\.|\.FromObject\(|\.ToObject</, in: /Runtime\/.*\.cs$/ },
  { name: 'a folder that Unity takes for assets', bad: '', finds: /$^/, in: /Runtime\/(.*\/)?Resources\//, path: true },
]

/** Public types of the runtime, without an example in their doc comment. */
const withoutExample = text =>
  [...text.matchAll(/((?:^ {4}\/\/\/.*\n)*)^ {4}public (?:sealed |abstract |static )*(?:class|interface|enum|struct) (\w+)/gm)]
    .filter(match => !match[1].includes('<example>'))
    .map(match => match[2])
const DOCUMENTED = /Runtime\/(?!Types\/).*\.cs$/
// What others inherit from is shown by them.
const SHOWN_BY_OTHERS = ['Resource']

const files = path => (statSync(path).isDirectory() ? readdirSync(path).flatMap(name => files(join(path, name))) : [path])
const applies = (rule, path) => rule.in.test(path) && !rule.but?.test(path) && /\.(cs|js|jslib|json|md|asmdef|xml)$/.test(path)
const code = line => line.replace(/^\s*\/\/.*$/, '')

let wrong = 0
for (const rule of RULES.filter(rule => !rule.path)) {
  if (!rule.finds.test(rule.bad)) {
    console.error(`The rule against ${rule.name} does not find its own bad example`)
    wrong++
  }
}
if (withoutExample('    /// <summary>Bad.</summary>\n    public sealed class Bad\n')[0] !== 'Bad') {
  console.error('The rule about examples does not find its own bad example')
  wrong++
}
for (const folder of process.argv.slice(2)) {
  for (const path of files(folder)) {
    const name = relative(process.cwd(), path).replaceAll('\\', '/')
    if (DOCUMENTED.test(name) && !name.includes('Tests/')) {
      for (const type of withoutExample(readFileSync(path, 'utf8')).filter(type => !SHOWN_BY_OTHERS.includes(type))) {
        console.error(`${name}: ${type} has no example`)
        wrong++
      }
    }
    for (const rule of RULES.filter(rule => applies(rule, name))) {
      if (rule.path) {
        console.error(`${name}: ${rule.name}`)
        wrong++
        continue
      }
      const ownRules = name.endsWith('mono/lint.js')
      readFileSync(path, 'utf8').split('\n').forEach((line, index) => {
        const looked = rule.in.source === '.' ? line : code(line)
        if (!ownRules && rule.finds.test(looked)) {
          console.error(`${name}:${index + 1}: ${rule.name}`)
          wrong++
        }
      })
    }
  }
}
process.exitCode = wrong ? 1 : 0
