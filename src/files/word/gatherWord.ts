/** A paragraph, or a table with the text of its cells. */
export type WordPart =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] }

/** A node of mammoth's document, as far as it is read here. */
export interface MammothNode {
  readonly type: string
  readonly children?: readonly MammothNode[]
  readonly value?: string
  readonly breakType?: string
  readonly checked?: boolean
  readonly noteType?: string
  readonly noteId?: string
  readonly body?: readonly MammothNode[]
  readonly notes?: { resolve(reference: MammothNode): MammothNode | null }
}

/** What was met while a document was gathered; `read` counts characters of its text. */
interface GatherCounts {
  tables: number
  notes: number
  read: number
}

/** Gathers the paragraphs and tables of a document in order; notes come last. Paragraphs without text are dropped, a line break begins a new one. */
export function gatherWord(root: MammothNode): {
  readonly parts: readonly WordPart[]
  readonly counts: GatherCounts
} {
  const parts: WordPart[] = []
  const counts: GatherCounts = { tables: 0, notes: 0, read: 0 }
  const references: MammothNode[] = []
  const context = { counts, references }
  walk(root.children ?? [], parts, context)
  for (const reference of references.slice()) {
    const note = root.notes?.resolve(reference)
    if (note) parts.push(...paragraphsOf(`注：${textsOf(note.body ?? [], context, false).join('')}`))
  }
  counts.notes = references.length
  return { parts, counts }
}

interface GatherContext {
  readonly counts: GatherCounts
  readonly references: MammothNode[]
}

function walk(nodes: readonly MammothNode[], parts: WordPart[], context: GatherContext): void {
  for (const node of nodes) {
    if (node.type === 'paragraph') {
      parts.push(...paragraphsOf(textOf(node, context)))
    } else if (node.type === 'table') {
      context.counts.tables++
      const rows = (node.children ?? []).map(row =>
        (row.children ?? []).map(cell => cleanText(textsOf(cell.children ?? [], context).join('\n'))),
      )
      parts.push({ kind: 'table', rows: rows.filter(row => row.some(cell => cell !== '')) })
    } else if (node.children !== undefined && node.children.length > 0) {
      walk(node.children, parts, context)
    } else parts.push(...paragraphsOf(textOf(node, context)))
  }
}

/** Reads the texts of paragraphs, those of tables within them, too. */
function textsOf(nodes: readonly MammothNode[], context: GatherContext, isCounted = true): readonly string[] {
  const before = context.counts.read
  const texts = nodes.flatMap(node =>
    node.type === 'table' || node.type === 'tableRow' || node.type === 'tableCell'
      ? textsOf(node.children ?? [], context)
      : [textOf(node, context)],
  )
  if (!isCounted) context.counts.read = before
  return texts
}

function textOf(node: MammothNode, context: GatherContext): string {
  switch (node.type) {
    case 'text':
      context.counts.read += node.value?.length ?? 0
      return node.value ?? ''
    case 'tab':
      return ' '
    case 'break':
      return '\n'
    case 'checkbox':
      return node.checked ? '☑' : '☐'
    case 'noteReference':
      context.references.push(node)
      return ''
    default:
      return (node.children ?? []).map(child => textOf(child, context)).join('')
  }
}

function paragraphsOf(text: string): readonly WordPart[] {
  return text.split('\n').flatMap(line => {
    const clean = cleanText(line)
    return clean === '' ? [] : [{ kind: 'paragraph' as const, text: clean }]
  })
}

/** Returns text without what nobody sees, and without the blanks that people indent with. */
function cleanText(text: string): string {
  return text
    .replaceAll(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replaceAll(/[\u00a0\u2000-\u200a\u202f\u205f]/g, ' ')
    .trim()
}
