import { refuse, type Refusal } from '../domain/kernel/refusal.ts'

const MOST_DEPTH = 64
const FORBIDDEN: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y

/**
 * Scans JSON text before it is parsed for grammar errors, duplicate keys (a parser would silently drop
 * the first), keys that could reach a prototype, and too deep nesting. `undefined` when there is no
 * fault. Never throws.
 */
export function scanJson(text: string): Refusal | undefined {
  let at = skipSpace(text, 0)
  let fault: Refusal | undefined
  value(1)
  if (fault === undefined && skipSpace(text, at) < text.length) broken(skipSpace(text, at))
  return fault

  function value(depth: number): void {
    if (depth > MOST_DEPTH) {
      fault = refuse('tooDeep', { ...placeIn(text, at), most: MOST_DEPTH })
      return
    }
    const sign = text[at]
    if (sign === '{') list(depth, '}')
    else if (sign === '[') list(depth, ']')
    else if (sign === '"') skipString()
    else plain()
  }

  function list(depth: number, closing: '}' | ']'): void {
    const keys = closing === '}' ? new Set<string>() : undefined
    at = skipSpace(text, at + 1)
    if (text[at] === closing) {
      at++
      return
    }
    while (fault === undefined) {
      if (keys) key(keys)
      if (fault === undefined) value(depth + 1)
      if (fault !== undefined) return
      at = skipSpace(text, at)
      const sign = text[at]
      if (sign === closing) {
        at++
        return
      }
      if (sign !== ',') return broken(at)
      at = skipSpace(text, at + 1)
    }
  }

  function key(keys: Set<string>): void {
    const start = at
    if (text[at] !== '"') return broken(at)
    skipString()
    if (fault !== undefined) return
    const raw = text.slice(start + 1, at - 1)
    const name = raw.includes('\\') ? (JSON.parse(`"${raw}"`) as string) : raw
    if (FORBIDDEN.has(name)) fault = refuse('forbiddenKey', { ...placeIn(text, start), key: name })
    else if (keys.has(name)) fault = refuse('keyTwice', { ...placeIn(text, start), key: name })
    keys.add(name)
    at = skipSpace(text, at)
    if (fault === undefined && text[at] !== ':') broken(at)
    at = skipSpace(text, at + 1)
  }

  function skipString(): void {
    at++
    for (;;) {
      const code = text.charCodeAt(at)
      if (code === QUOTE) {
        at++
        return
      }
      if (code === BACKSLASH) {
        const length = escapeLength(text, at)
        if (length === 0) return broken(at)
        at += length
      } else if (code >= 32) at++
      else return broken(at)
    }
  }

  function plain(): void {
    const word = ['true', 'false', 'null'].find(each => text.startsWith(each, at))
    NUMBER.lastIndex = at
    const length = word?.length ?? NUMBER.exec(text)?.[0].length ?? 0
    if (length === 0) return broken(at)
    at += length
  }

  function broken(where: number): void {
    fault = refuse('jsonBroken', {
      ...placeIn(text, where),
      found: where >= text.length ? '文件结尾' : `“${shown(text, where)}”`,
    })
  }
}

const QUOTE = 34
const BACKSLASH = 92

/** returns the length of an escape; a control character, or the end of the text (not a number), is not part of a string. */
function escapeLength(text: string, at: number): number {
  const sign = text[at + 1]
  if (sign === 'u') return /^[0-9a-fA-F]{4}$/.test(text.slice(at + 2, at + 6)) ? 6 : 0
  return sign !== undefined && '"\\/bfnrt'.includes(sign) ? 2 : 0
}

function skipSpace(text: string, from: number): number {
  let at = from
  for (;;) {
    const code = text.charCodeAt(at)
    if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return at
    at++
  }
}

function shown(text: string, at: number): string {
  const sign = String.fromCodePoint(text.codePointAt(at) ?? 32)
  return sign < ' ' ? '换行或控制字符' : sign
}

/** Returns line and column, from 1. */
function placeIn(text: string, at: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, at)
  const line = before.split('\n').length
  return { line, column: at - before.lastIndexOf('\n') }
}
