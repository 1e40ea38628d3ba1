// Makes a program of the code that the documentation shows: of Markdown, each block `csharp`; of the sources, each <example>. A block that
// begins with `using` is a file of its own; all others are bodies of methods, which see the fields of Fixture.cs. What stands after
// <!-- run --> is run, in order. Usage: extract.js OUT FILE...

import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'

const [out, ...files] = process.argv.slice(2)

const under = path => (statSync(path).isDirectory() ? readdirSync(path).flatMap(name => under(join(path, name))) : [path])

const ofMarkdown = text =>
  [...text.matchAll(/(<!-- run -->\n)?```csharp\n([\s\S]*?)```/g)].map(match => ({
    code: match[2],
    run: match[1] !== undefined,
    line: text.slice(0, match.index).split('\n').length,
  }))

const ofSource = text =>
  [...text.matchAll(/<example><code>([\s\S]*?)<\/code><\/example>/g)].map(match => ({
    code: match[1].replace(/^\s*\/\/\/ ?/gm, '').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'),
    run: false,
    line: text.slice(0, match.index).split('\n').length,
  }))

const found = files.flatMap(under).flatMap(file => {
  const text = readFileSync(file, 'utf8')
  const blocks = file.endsWith('.md') ? ofMarkdown(text) : file.endsWith('.cs') ? ofSource(text) : []
  return blocks.map(block => ({ ...block, name: `${basename(file)}:${block.line}` }))
})

mkdirSync(join(out, 'whole'), { recursive: true })
const methods = []
const runs = []
found.forEach((block, index) => {
  if (/^\s*using [A-Z]/.test(block.code)) {
    writeFileSync(join(out, 'whole', `Block${index}.cs`), block.code)
    return
  }
  const code = block.code.replaceAll('"http://localhost:3000"', 'Fixture.Url')
  methods.push(`    // ${block.name}
    internal static async Task Block${index}()
    {
        await Task.FromResult(0);
${code.split('\n').map(line => (line ? `        ${line}` : line)).join('\n')}    }
`)
  if (block.run) runs.push(`            { "${block.name}", Block${index} },`)
})

writeFileSync(join(out, 'Blocks.cs'), `using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Jiga.Store;
using Jiga.Store.Types;
using Newtonsoft.Json.Linq;

internal sealed partial class Blocks : Fixture
{
    internal static readonly Dictionary<string, Func<Task>> Run = new Dictionary<string, Func<Task>>
    {
${runs.join('\n')}
    };

${methods.join('\n')}}
`)
console.log(`${found.length} pieces of code, ${runs.length} of them to run`)
