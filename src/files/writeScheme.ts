import { zipSync } from 'fflate'
import { Document, isCollection, isMap, isPair, isScalar, isSeq, type Node, visit } from 'yaml'
import { toFileShape } from '../contract/shape/toFileShape.ts'
import { schemeSchema } from '../contract/scheme/schemeSchema.ts'
import type { Scheme } from '../domain/scheme/scheme.ts'

/** Maximum width of a value written in braces on one line; a Chinese character counts twice. */
const WIDE = 130

/** Writes a scheme as one YAML file that reads back unchanged; small values on one line, Chinese unescaped. */
export function writeScheme(scheme: Scheme): string {
  return `# 考核方案。分值写小数，百分数写数字；每处写明条款。\n${yamlOf(toFileShape(schemeSchema, scheme))}`
}

/** Writes a scheme as an archive: scheme.yaml, and rubric.yaml where the scheme has rubrics, as `hengping check` reads them. */
export function writeSchemeArchive(scheme: Scheme): Uint8Array {
  const { rubrics, ...rest } = toFileShape(schemeSchema, scheme)
  const parts =
    rubrics === undefined || rubrics.length === 0 ? { scheme: rest } : { scheme: rest, rubric: { rubrics } }
  const bytes = Object.entries(parts).map(
    ([name, part]) => [`${scheme.id}/${name}.yaml`, new TextEncoder().encode(yamlOf(part))] as const,
  )
  return zipSync(Object.fromEntries(bytes), { level: 6, mtime: new Date(1980, 0, 1) })
}

function yamlOf(value: object): string {
  const document = new Document(value, { aliasDuplicateObjects: false })
  visit(document, {
    Collection: (_key, node, path) => {
      // The top is read down the page, and so are lists of things.
      if (path.length > 2 && !isListOfThings(node) && isShort(node)) {
        node.flow = true
        return visit.SKIP
      }
      return undefined
    },
  })
  spaceParts(document)
  return document.toString({ lineWidth: 0, flowCollectionPadding: true })
}

/** Adds an empty line before each top-level part that spans several lines. */
function spaceParts({ contents }: Document): void {
  if (!isMap(contents)) return
  for (const pair of contents.items.slice(1)) {
    if (isCollection(pair.value) && pair.value.items.length > 0 && isScalar(pair.key))
      pair.key.spaceBefore = true
  }
}

function isListOfThings(node: Node): boolean {
  return isSeq(node) && node.items.some(isCollection)
}

function isShort(node: Node): boolean {
  return widthOf(node) <= WIDE
}

function widthOf(node: unknown): number {
  if (isScalar(node)) {
    const text = String(node.value)
    return text.includes('\n') ? Infinity : text.length + (text.match(/[^\0-\u00ff]/g)?.length ?? 0)
  }
  if (isPair(node)) return widthOf(node.key) + widthOf(node.value) + 2
  return isCollection(node) ? node.items.reduce<number>((sum, item) => sum + widthOf(item) + 2, 4) : 4
}
