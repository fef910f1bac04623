/** 编号对应的名称: every id of a scheme that has a name, by the list it stands in and over all. */
export interface SchemeNames {
  /** the name of an id in one of these lists, else anywhere; the id itself when nothing has it. */
  nameOf(id: string, ...lists: readonly string[]): string
  /** the text of a rule, whose id is one of a kind in its row only; the id itself when the row has none of it. */
  ruleText(row: string, rule: string): string
}

/** 编号与名称的对照 of a scheme in file shape, or of anything that was to be one. */
export function indexNames(document: unknown): SchemeNames {
  const byList = new Map<string, string>()
  const anywhere = new Map<string, string>()
  const rules = new Map<string, string>()
  walk(document, { list: '', row: '' }, ({ list, row }, id, name) => {
    if (list === 'rules') rules.set(`${row} ${id}`, name)
    else {
      if (!byList.has(`${list} ${id}`)) byList.set(`${list} ${id}`, name)
      if (!anywhere.has(id)) anywhere.set(id, name)
    }
  })
  return {
    nameOf: (id, ...lists) =>
      lists.map(list => byList.get(`${list} ${id}`)).find(name => name !== undefined) ??
      anywhere.get(id) ??
      id,
    ruleText: (row, rule) => rules.get(`${row} ${rule}`) ?? rule,
  }
}

interface Around {
  readonly list: string
  readonly row: string
}

function walk(node: unknown, around: Around, keep: (around: Around, id: string, name: string) => void): void {
  if (typeof node !== 'object' || node === null) return
  if (Array.isArray(node)) {
    for (const item of node) walk(item, around, keep)
    return
  }
  const { id, annualGrade, name, title, text } = node as Readonly<Record<string, unknown>>
  const [key, said] = [id ?? annualGrade, name ?? title ?? text]
  if (typeof key === 'string' && typeof said === 'string' && !NUMBERED.has(around.list))
    keep(around, key, said)
  const row = (around.list === 'rows' || around.list === 'lists') && typeof id === 'string' ? id : around.row
  for (const [field, value] of Object.entries(node)) walk(value, { list: field, row }, keep)
}

/** Known by their numbers, not by a name. */
const NUMBERED: ReadonlySet<string> = new Set(['rows', 'lists', 'rulings', ''])
