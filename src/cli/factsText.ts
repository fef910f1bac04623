/** Generates the JSON text of facts or history in pieces: one list entry per line, readable for people and version control. */
export function* factsText(file: object): Generator<string> {
  yield* fieldsText(file, '')
  yield '\n'
}

function* fieldsText(value: object, indent: string): Generator<string> {
  let before = '{'
  for (const [key, field] of Object.entries(value)) {
    if (field === undefined) continue
    yield `${before}\n${indent}  ${JSON.stringify(key)}: `
    before = ','
    if (Array.isArray(field)) yield* itemsText(field, indent)
    else if (field !== null && typeof field === 'object') yield* fieldsText(field as object, `${indent}  `)
    else yield JSON.stringify(field)
  }
  yield before === '{' ? '{}' : `\n${indent}}`
}

function* itemsText(items: readonly unknown[], indent: string): Generator<string> {
  let before = '['
  for (const item of items) {
    yield `${before}\n${indent}    ${JSON.stringify(item)}`
    before = ','
  }
  yield before === '[' ? '[]' : `\n${indent}  ]`
}
