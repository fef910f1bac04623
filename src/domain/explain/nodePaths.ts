import type { RowExplained } from '../score/inspection/rowExplained.ts'
import type { RuleExplained } from '../score/inspection/ruleExplained.ts'
import type { RubricExplained } from '../score/inspection/explainRubric.ts'
import type { LedgerItemExplained } from '../score/routine/scoreLedger.ts'
import type { Explained } from '../kernel/explanation.ts'
import type { Scheme } from '../scheme/scheme.ts'
import type { ConsequenceExplained } from './resultKinds.ts'

/** Path of an explanation node (说明节点的路径): ids and kinds from the result down, joined by `/`. It is the same for the same place whatever the facts, so that links stay valid. */
export type NodePath = string

/** Returns the paths of a node's parts (某节点各下级的路径), in order. */
export function pathsBelow(node: Explained, path: NodePath, scheme: Scheme): readonly NodePath[] {
  const seen = new Map<string, number>()
  let components = 0
  return node.parts.map(part => {
    const own = part.kind === 'component' ? scheme.components[components++]!.id : segmentOf(part)
    const plain = own.replaceAll('/', '∕')
    const times = (seen.get(plain) ?? 0) + 1
    seen.set(plain, times)
    const segment = times === 1 ? plain : `${plain}~${times}`
    return path === '' ? segment : `${path}/${segment}`
  })
}

/** A node with its path (节点及其路径). */
export interface PlacedNode {
  readonly path: NodePath
  readonly node: Explained
}

/** Finds a node by its path (按路径找节点). Returns the nodes from the root to it, inclusive; `undefined` when there is no such place. */
export function findByPath(
  root: Explained,
  wanted: NodePath,
  scheme: Scheme,
): readonly PlacedNode[] | undefined {
  const way: PlacedNode[] = [{ path: '', node: root }]
  while (way.at(-1)!.path !== wanted) {
    const { path, node } = way.at(-1)!
    const paths = pathsBelow(node, path, scheme)
    const at = paths.findIndex(one => one === wanted || wanted.startsWith(`${one}/`))
    if (at === -1) return undefined
    way.push({ path: paths[at]!, node: node.parts[at]! })
  }
  return way
}

/** Finds a row by its id (按行号找行). Returns the nodes from the root to the first row with this id. */
export function findRow(
  root: Explained,
  row: string,
  scheme: Scheme,
  way: readonly PlacedNode[] = [],
): readonly PlacedNode[] | undefined {
  const { path, node } = way.at(-1) ?? { path: '', node: root }
  const here = way.length === 0 ? [{ path, node }] : way
  if (node.kind === 'row' && (node as RowExplained).row.id === row) return here
  const paths = pathsBelow(node, path, scheme)
  for (const [at, part] of node.parts.entries()) {
    const found = findRow(root, row, scheme, [...here, { path: paths[at]!, node: part }])
    if (found !== undefined) return found
  }
  return undefined
}

function segmentOf(node: Explained): string {
  if ('rule' in node) return (node as RuleExplained).rule.id
  switch (node.kind) {
    case 'row':
      return (node as RowExplained).row.id
    case 'rubric':
      return (node as RubricExplained).round === undefined
        ? 'rubric'
        : `rubric-${(node as RubricExplained).round}`
    case 'ledgerItem':
      return (node as LedgerItemExplained).counter
    case 'consequence':
      return (node as ConsequenceExplained).consequence.rule
    case 'surveyGroup':
    case 'voterClass':
    case 'conversion':
    case 'veto':
      return `${node.kind}-${(node as Explained & { readonly name: string }).name}`
    default:
      return node.kind
  }
}
