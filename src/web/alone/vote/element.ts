/** What an element may hold: elements, text, or nothing. */
type Child = Node | string | false | undefined

type Value = string | number | boolean | undefined | ((event: Event) => void)

/** Makes an element. Functions are listeners by event name (`click`); `true` sets an attribute, `false` and undefined leave it out. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, Value>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') made.addEventListener(name, value)
    else if (value !== undefined && value !== false)
      made.setAttribute(name, value === true ? '' : String(value))
  }
  fill(made, ...children)
  return made
}

/** Replaces what an element holds. */
export function fill(parent: Element, ...children: readonly Child[]): void {
  parent.textContent = ''
  for (const child of children) if (child !== undefined && child !== false) parent.append(child)
}
