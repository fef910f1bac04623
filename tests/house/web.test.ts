import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { readText, sourceFiles } from './sourceFiles.ts'

const web = sourceFiles(['src/web'])

/** The parts of the web from the ground up, each with what it may import beside itself. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  client: [],
  kit: ['client'],
  desks: ['client', 'kit'],
  alone: ['client', 'kit'],
  shell: ['client', 'kit', 'desks'],
}

test('web: client < kit < desks < shell, and standalone pages do not import desks', () => {
  const partOf = (path: string): string | undefined => /^src\/web\/(\w+)\//.exec(path)?.[1]
  expect([...new Set(web.flatMap(file => partOf(file.path) ?? []))].toSorted()).toEqual(
    Object.keys(PARTS).toSorted(),
  )
  const wrong = web.flatMap(file => {
    const part = partOf(file.path)
    if (part === undefined) return []
    return file.imports
      .filter(path => {
        const other = partOf(path)
        return other !== undefined && other !== part && !PARTS[part]!.includes(other)
      })
      .map(path => `${file.path} → ${path}`)
  })
  expect(wrong).toEqual([])
})

test('web: colours are defined in tokens.css, and again for antd in theme.ts', () => {
  const styled = execFileSync('git', ['ls-files', '-co', '--exclude-standard', 'src/web'], {
    encoding: 'utf8',
  })
    .split('\n')
    .filter(path => /\.(css|tsx?)$/.test(path) && !/\.test\.tsx?$/.test(path))
  // Canvas takes no variable.
  const exempt = /tokens\.css$|shell\/theme\.ts$|SignatureBox\.tsx$|shrinkPhoto\.ts$/
  const hard = styled
    .filter(path => !exempt.test(path))
    .flatMap(path =>
      [...readText(path).matchAll(/(?<![\w&])#[0-9a-f]{3}(?:[0-9a-f]{3})?\b|\brgba?\([^)]*\)/gi)].map(
        found => `${path}: ${found[0]}`,
      ),
    )
  expect(hard).toEqual([])
  const known = new Set(readText('src/web/tokens.css').match(/--[a-z-]+(?=:)/g))
  const unknown = styled
    .filter(path => path.endsWith('.css'))
    .flatMap(path => {
      const text = readText(path)
      const own = new Set(text.match(/--[a-z-]+(?=:)/g))
      return [...text.matchAll(/var\((--[a-z-]+)\)/g)]
        .map(found => found[1]!)
        .filter(name => !known.has(name) && !own.has(name) && name !== '--font')
        .map(name => `${path}: ${name}`)
    })
  expect(unknown).toEqual([])
})
