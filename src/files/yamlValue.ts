import { type Document, isAlias, isMap, isScalar, isSeq, type Node, visit } from 'yaml'
import type { TextFaultCode, TextFaultValues } from '../contract/shape/textFault.ts'
import type { Report } from './readYaml.ts'

/** Limits of depth and of the number of items after expansion. */
const YAML_LIMITS = { depth: 100, items: 200_000 } as const

interface Walk {
  readonly report: Report
  readonly targets: AliasTargets
  readonly lineOf: (offset: number) => number
  readonly above: Set<unknown>
  items: number
}

/** The node that each alias stands for. */
export type AliasTargets = ReadonlyMap<unknown, Node>

/** Resolves all aliases in one pass: each stands for the last node before it with that anchor. (The library walks the whole document for each.) */
export function resolveAliases(document: Document): AliasTargets {
  const [anchors, targets] = [new Map<string, Node>(), new Map<unknown, Node>()]
  visit(document, {
    Node(_key, node) {
      if (isAlias(node)) {
        const target = anchors.get(node.source)
        if (target !== undefined) targets.set(node, target)
      } else if (node.anchor !== undefined) anchors.set(node.anchor, node)
    },
  })
  return targets
}

class Stop extends Error {}

/**
 * Converts a YAML node to a value: plain objects, lists, texts, numbers, booleans and null. A duplicate
 * key keeps its first value; a forbidden key or tag is reported and reading continues. `undefined` when
 * too deep, exploding or circular.
 */
export function yamlValue(
  document: Document.Parsed,
  { report, lineOf, targets }: Pick<Walk, 'report' | 'lineOf' | 'targets'>,
): unknown {
  const walk: Walk = { report, targets, lineOf, above: new Set(), items: 0 }
  try {
    return valueOf(document.contents, walk, 0) ?? null
  } catch (error) {
    if (error instanceof Stop) return undefined
    throw error
  }
}

function valueOf(node: unknown, walk: Walk, depth: number): unknown {
  if (node === null || node === undefined) return null
  const offset = startOf(node)
  if (depth > YAML_LIMITS.depth) return stop(walk, 'yamlTooDeep', { most: YAML_LIMITS.depth }, offset)
  if (++walk.items > YAML_LIMITS.items)
    return stop(walk, 'yamlAliasBomb', { most: YAML_LIMITS.items }, offset)
  if (isAlias(node)) {
    const target = walk.targets.get(node)
    if (target === undefined) return stop(walk, 'yamlAliasUnknown', { name: node.source }, offset)
    if (walk.above.has(target)) return stop(walk, 'yamlAliasCircle', { name: node.source }, offset)
    return valueOf(target, walk, depth + 1)
  }
  refuseTag(node as Node, walk)
  if (isScalar(node)) return plain(node.value)
  walk.above.add(node)
  const value = isMap(node)
    ? fieldsOf(node.items, walk, depth)
    : isSeq(node)
      ? node.items.map(item => valueOf(item, walk, depth + 1))
      : null
  walk.above.delete(node)
  return value
}

function fieldsOf(
  pairs: readonly { readonly key: unknown; readonly value: unknown }[],
  walk: Walk,
  depth: number,
): Record<string, unknown> {
  const lines = new Map<string, number>()
  const fields: Record<string, unknown> = {}
  for (const pair of pairs) {
    const key = keyOf(pair.key)
    const offset = startOf(pair.key)
    const earlier = lines.get(key)
    const value = valueOf(pair.value, walk, depth + 1)
    if (earlier !== undefined) walk.report('yamlKeyTwice', { key, line: earlier }, offset)
    else if (FORBIDDEN.has(key)) walk.report('yamlKeyForbidden', { key }, offset)
    else fields[key] = value
    if (earlier === undefined) lines.set(key, walk.lineOf(offset))
  }
  return fields
}

/** Returns a key as text (`1:` is "1"). */
export function keyOf(key: unknown): string {
  if (isScalar(key)) return typeof key.value === 'string' ? key.value : (key.source ?? String(key.value))
  return String(key ?? '')
}

const FORBIDDEN: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])
const PLAIN_TAGS: ReadonlySet<string> = new Set(
  ['str', 'int', 'float', 'bool', 'null', 'seq', 'map'].map(name => `tag:yaml.org,2002:${name}`),
)

function refuseTag(node: Node, walk: Walk): void {
  const { tag } = node as { readonly tag?: string }
  if (tag !== undefined && !PLAIN_TAGS.has(tag))
    walk.report('yamlTag', { tag: tag.slice(0, 40) }, startOf(node))
}

function plain(value: unknown): unknown {
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value
  return typeof value === 'number' ? value : String(value)
}

function startOf(node: unknown): number {
  return (node as { readonly range?: readonly number[] | null } | null)?.range?.[0] ?? 0
}

function stop<C extends TextFaultCode>(
  walk: Walk,
  code: C,
  values: TextFaultValues[C],
  offset: number,
): never {
  walk.report(code, values, offset)
  throw new Stop()
}
