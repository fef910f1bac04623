import type { DXT } from 'docxtemplater'
import type { DocumentField } from '../../contract/documents/documentField.ts'
import type { DocumentKind } from '../../contract/documents/documentKind.ts'
import type { PaperFinding } from '../../contract/documents/paperFinding.ts'
import { nearestHint } from '../../contract/shape/nearestHint.ts'
import { nearestName } from '../../domain/kernel/nearestName.ts'
import { partName } from './describeTemplateError.ts'

/** Placeholders without which a document is not one; a record has no addressee. */
const WANTED = ['标题', '发文字号', '主送机关', '成文日期'] as const

/** The counter of headings, which every template may use. */
const HEADING = '节'

type Scope = readonly (readonly DocumentField[])[]

/** Finds placeholders that the kind does not have, that stand outside the rows they belong to, or that are missing; `tags` by part of the file. */
export function checkNames(
  tags: ReadonlyMap<string, readonly DXT.Part[]>,
  { fields, form }: Pick<DocumentKind, 'fields' | 'form'>,
): readonly PaperFinding[] {
  const used = new Set<string>()
  const found = [...tags].flatMap(([part, all]) => {
    const place = partName(part)
    return [...walk(all, [fields], fields, used)].map(one => ({ ...one, where: `${place}，${one.where}` }))
  })
  // A document that is already filled in would be issued again under the name of others.
  if (used.size === 0)
    return [
      fault(
        '整个模板',
        '没有一处写在花括号里的名字，像是已经写好的文件',
        '请用模板；下载正在用的模板，在上面改',
      ),
    ]
  const wanted = WANTED.filter(name => form !== 'record' || name !== '主送机关')
  const missing = wanted
    .filter(name => !used.has(name) && !(name === '标题' && used.has('行')))
    .map((name): PaperFinding => ({
      weight: 'hint',
      where: '整个模板',
      what: `没有用到{${name}}，印发后的文件上不会有${name}`,
      remedy: `请在合适的地方写上{${name}}`,
    }))
  return [...found, ...missing]
}

function* walk(
  tags: readonly DXT.Part[],
  scope: Scope,
  all: readonly DocumentField[],
  used: Set<string>,
): Generator<PaperFinding> {
  for (const { type, value, module, subparsed } of tags) {
    if (type !== 'placeholder') continue
    const name = shorten(value.trim())
    used.add(name)
    if (module !== undefined && module !== 'loop') {
      yield fault(`{${name}}`, '用了不支持的写法', '占位符只写名字，重复和条件写成{#名字}…{/名字}')
      continue
    }
    const field = findIn(scope, name)
    const isLoop = module === 'loop'
    const asked = name.startsWith('有') ? findIn(scope, name.slice(1)) : undefined
    if (field === undefined && (isLoop ? asked === undefined : name !== HEADING))
      yield unknown(name, isLoop, scope, all)
    else if (!isLoop && field !== undefined && 'rows' in field)
      yield fault(
        `{${name}}`,
        `“${name}”是成组的内容，不能直接写`,
        `请写成{#${name}}…{/${name}}，中间写每一项`,
      )
    const inner = field !== undefined && 'rows' in field ? [...scope, field.rows] : scope
    yield* walk(subparsed ?? [], inner, all, used)
  }
}

/** Longer than any name: what stands between braces by mistake is shown by its beginning. */
function shorten(name: string): string {
  return name.length > 40 ? `${name.slice(0, 40)}…` : name
}

function unknown(name: string, isLoop: boolean, scope: Scope, all: readonly DocumentField[]): PaperFinding {
  const shown = isLoop ? `{#${name}}` : `{${name}}`
  const owner = all.find(field => 'rows' in field && field.rows.some(one => one.name === name))
  if (owner !== undefined)
    return fault(
      shown,
      `“${name}”写在了“${owner.name}”之外`,
      `请把它移到{#${owner.name}}和{/${owner.name}}之间`,
    )
  const known = [...scope.flat(), ...all].map(field => field.name)
  return fault(
    shown,
    `这个文种没有“${name}”${nearestHint(nearestName(name, known))}`,
    '请改成模板说明里有的名字，或删去',
  )
}

function findIn(scope: Scope, name: string): DocumentField | undefined {
  return scope.flat().findLast(field => field.name === name)
}

function fault(where: string, what: string, remedy: string): PaperFinding {
  return { weight: 'fault', where, what, remedy }
}
