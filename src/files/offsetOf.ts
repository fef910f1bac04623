import { type Document, isAlias, isMap, isSeq } from 'yaml'
import type { FaultPath } from '../domain/scheme/schemeFault.ts'
import { keyOf } from './yamlValue.ts'

/** 路径在文中的位置: the offset of the key or item at a path; when it is not there, of the nearest thing around it. */
export function offsetOf(document: Document, path: FaultPath): number {
  let node: unknown = document.contents
  let offset = startOf(node) ?? 0
  for (const step of path) {
    const holder = isAlias(node) ? node.resolve(document) : node
    if (isMap(holder)) {
      const pair = holder.items.find(item => keyOf(item.key) === String(step))
      if (pair === undefined) return offset
      offset = startOf(pair.key) ?? offset
      node = pair.value
    } else if (isSeq(holder)) {
      node = holder.items[Number(step)]
      if (node === undefined) return offset
      offset = startOf(node) ?? offset
    } else return offset
  }
  return offset
}

function startOf(node: unknown): number | undefined {
  return (node as { readonly range?: readonly number[] | null } | null | undefined)?.range?.[0]
}
