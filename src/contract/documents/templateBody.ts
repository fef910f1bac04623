import type { WordBlock, WordTable } from './wordBlocks.ts'

/** A paragraph of the body of a template. */
export function says(text: string): WordBlock {
  return { kind: 'paragraph', text }
}

/** A heading of the first level, which counts on by itself. */
export function section(text: string): WordBlock {
  return { kind: 'heading', level: 1, text: `{节}、${text}` }
}

/** Blocks that appear for each row. */
export function repeat(name: string, ...blocks: readonly WordBlock[]): readonly WordBlock[] {
  return [mark(`{#${name}}`), ...blocks, mark(`{/${name}}`)]
}

/** Blocks that appear once if there is a value; a list counts if it has rows. */
export function when(name: string, ...blocks: readonly WordBlock[]): readonly WordBlock[] {
  return [mark(`{#有${name}}`), ...blocks, mark(`{/有${name}}`)]
}

/** Blocks that appear if there is no value. */
export function unless(name: string, ...blocks: readonly WordBlock[]): readonly WordBlock[] {
  return [mark(`{^有${name}}`), ...blocks, mark(`{/有${name}}`)]
}

function mark(text: string): WordBlock {
  return { kind: 'paragraph', text, plain: true }
}

/** A table with a row for each row of the data. */
export function table(
  name: string,
  ...columns: readonly (readonly [title: string, width: number, text: string, align?: 'center' | 'right'])[]
): WordTable {
  const cells = columns.map(([, , text]) => text)
  cells[0] = `{#${name}}${cells[0]}`
  cells[cells.length - 1] += `{/${name}}`
  return {
    kind: 'table',
    columns: columns.map(([title, width, , align]) => ({ title, width, align })),
    rows: [cells],
  }
}

/** A short table: all of it stands on one page. */
export function together(short: WordTable): WordTable {
  return { ...short, together: true }
}

/** A form: a line for each entry, its name before its value. */
export function form(...lines: readonly (readonly [name: string, text: string])[]): WordTable {
  return {
    kind: 'table',
    isForm: true,
    columns: [
      { title: '项目', width: 1, align: 'center' },
      { title: '内容', width: 3 },
    ],
    rows: lines,
  }
}

/** Blanks to sign on. */
export function signatures(...labels: readonly string[]): WordBlock {
  return { kind: 'signatures', labels }
}
