import Template, { type DXT } from 'docxtemplater'
import { strFromU8 } from 'fflate'
import Zip from 'pizzip'
import { sampleData } from '../../contract/documents/documentField.ts'
import type { DocumentKind } from '../../contract/documents/documentKind.ts'
import { findKind } from '../../contract/documents/documentKinds.ts'
import type { PaperFinding } from '../../contract/documents/paperFinding.ts'
import { isRefusal, type Refusal } from '../../domain/kernel/refusal.ts'
import { admitWord } from '../word/admitWord.ts'
import { countWritten } from '../word/countWritten.ts'
import { checkNames } from './checkNames.ts'
import { describeTemplateError, partName } from './describeTemplateError.ts'
import { templateOptions } from './templateOptions.ts'

/** Checks a template that somebody edited: findings with their place and remedy. It may be used when no finding is a fault. Refuses a file that is not a harmless .docx as `readWord` does. Meant for a thread of its own. */
export function checkTemplate(
  name: string,
  bytes: Uint8Array,
  kind: string,
): readonly PaperFinding[] | Refusal {
  const parts = admitWord(name, bytes)
  if (isRefusal(parts)) return parts
  const unsafe = checkParts(parts)
  return (unsafe.length > 0 ? unsafe : checkText(bytes, parts, findKind(kind)!)).slice(0, MOST)
}

/** Findings that somebody is told at once. */
const MOST = 200

/** The parts that hold text. */
const TEXTS = /^word\/(document|header\d*|footer\d*)\.xml$/

/** Finds what reaches outside the file or hides something in it. */
function checkParts(parts: Readonly<Record<string, Uint8Array>>): readonly PaperFinding[] {
  const found: PaperFinding[] = []
  const add = (where: string, what: string, remedy: string): void =>
    void found.push({ weight: 'fault', where, what, remedy })
  for (const [part, bytes] of Object.entries(parts)) {
    const text = strFromU8(bytes)
    if (/<!DOCTYPE|<!ENTITY/i.test(text))
      add(
        '文件内部',
        '有不该有的声明，可能是专门做来让程序出错的',
        '请在 Word 或 WPS 里新建文档，把内容复制过去再另存',
      )
    else if (TEXTS.test(part) && typeof countWritten(text) !== 'number')
      add(partName(part), '文件内部的结构不完整', '请用 Word 或 WPS 打开后另存一份再上传')
    for (const [link] of text.matchAll(/<Relationship\b[^>]*TargetMode="External"[^>]*>/g))
      add(
        linkPlace(link),
        `链接到文件外面：${/Target="([^"]*)"/.exec(link)?.[1]?.slice(0, 80) ?? ''}`,
        '请取消超链接，图片改为“嵌入”，并在“选项—加载项—模板”里去掉附加的模板',
      )
    if (/<w:instrText[^>]*>[^<]*\b(INCLUDETEXT|INCLUDEPICTURE|DDE|DDEAUTO|LINK|DATABASE)\b/i.test(text))
      add('域', '有从文件外面取内容的域', '请选中这个域，按 Ctrl+Shift+F9 变成普通文字')
    if (/<w:altChunk\b|<w:subDoc\b|<o:OLEObject\b/.test(text))
      add('嵌入的对象', '文件里嵌有别的文件', '请删去嵌入的对象，内容直接写在模板里')
  }
  return found
}

function linkPlace(link: string): string {
  if (/\/hyperlink"/.test(link)) return '超链接'
  if (/\/image"/.test(link)) return '图片'
  return /\/attachedTemplate"/.test(link) ? '附加的模板' : '文件内部'
}

/** Checks the placeholders, then fills the template with made data. */
function checkText(
  bytes: Uint8Array,
  parts: Readonly<Record<string, Uint8Array>>,
  kind: DocumentKind,
): readonly PaperFinding[] {
  const tags = new Map<string, readonly DXT.Part[]>()
  try {
    const options = { ...templateOptions(), modules: [collectTags(tags)] }
    const template = new Template(new Zip(bytes), options)
    const found = [...wideBraces(parts), ...checkNames(tags, kind)]
    if (found.some(({ weight }) => weight === 'fault')) return found
    template.render(sampleData(kind.fields))
    return found
  } catch (error) {
    const { properties = {} } = error as { properties?: { errors?: readonly TemplateError[] } }
    const errors = properties.errors ?? [error as TemplateError]
    const braces = errors.map(one => describeTemplateError(one.properties ?? {}))
    // Where rows do not close, a name seems to stand outside of them.
    const hasRows = errors.every(({ properties = {} }) => !/loop/.test(String(properties['id'])))
    const names = hasRows ? checkNames(tags, kind).filter(({ weight }) => weight === 'fault') : []
    return [...wideBraces(parts), ...braces, ...names]
  }
}

interface TemplateError {
  readonly properties?: Readonly<Record<string, unknown>>
}

/** Hears from the library which placeholders stand in which part. */
function collectTags(tags: Map<string, readonly DXT.Part[]>): DXT.Module {
  let part = ''
  return {
    name: 'PlaceholderNames',
    set({ inspect }: { inspect?: { filePath?: string; postparsed?: readonly DXT.Part[] } }) {
      part = inspect?.filePath ?? part
      if (inspect?.postparsed !== undefined) tags.set(part, inspect.postparsed)
    },
  }
}

/** Finds placeholders in full-width braces, which would be printed as they are. */
function wideBraces(parts: Readonly<Record<string, Uint8Array>>): readonly PaperFinding[] {
  return Object.entries(parts)
    .filter(([part]) => TEXTS.test(part))
    .flatMap(([part, bytes]) =>
      [
        ...strFromU8(bytes)
          .replaceAll(/<[^>]*>/g, '')
          .matchAll(/｛([^｛｝]{1,30})｝/g),
      ].map(([shown, name]): PaperFinding => ({
        weight: 'fault',
        where: `${partName(part)}，“${shown}”`,
        what: '花括号是全角的，印出来不会换成内容',
        remedy: `请改成半角的{${name}}`,
      })),
    )
}
