/** Names by id: every named id of a scheme, by its list and overall. */
export interface SchemeNames {
  /** Returns the name of an id in one of these lists, else in any list, else the id itself. */
  nameOf(id: string, ...lists: readonly string[]): string
  /** Returns the text of a rule, whose id is unique only within its row, or the id itself if the row has no such rule. */
  ruleText(row: string, rule: string): string
}

/** Indexes the names of a scheme in file shape, or of any value meant to be one. */
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

/** Lists whose items are known by number, not by name. */
const NUMBERED: ReadonlySet<string> = new Set(['rows', 'lists', 'rulings', ''])
