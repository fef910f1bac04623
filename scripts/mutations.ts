import { parseAst } from 'rolldown/parseAst'

/** One small change of a source text that some test should notice: what stands at [start, end) becomes `to`. */
export interface Mutation {
  readonly start: number
  readonly end: number
  readonly line: number
  readonly from: string
  readonly to: string
}

interface Node {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly [field: string]: unknown
}

const OPERATORS: Readonly<Record<string, string>> = {
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  '===': '!==',
  '!==': '===',
  '&&': '||',
  '||': '&&',
  '+': '-',
  '-': '+',
  '*': '/',
  '/': '*',
  '%': '*',
  '+=': '-=',
  '-=': '+=',
}

const CALLS: Readonly<Record<string, string>> = {
  'Math.max': 'Math.min',
  'Math.min': 'Math.max',
  'Math.floor': 'Math.ceil',
  'Math.ceil': 'Math.floor',
}

/** Every constant, comparison, logical and arithmetic sign, cap and floor of a source text, each changed once; texts for people are left alone. */
export function mutationsOf(source: string): readonly Mutation[] {
  const found: Mutation[] = []
  const add = (start: number, end: number, to: string) => {
    found.push({ start, end, line: source.slice(0, start).split('\n').length, from: source.slice(start, end), to })
  }
  visit(parseAst(source, { lang: 'ts' }) as unknown as Node, node => mutate(node, source, add))
  return found
}

type Add = (start: number, end: number, to: string) => void

function mutate(node: Node, source: string, add: Add): void {
  switch (node.type) {
    case 'Literal':
      if (typeof node['value'] === 'number') add(node.start, node.end, String((node['value'] as number) + 1))
      if (typeof node['value'] === 'boolean') add(node.start, node.end, String(!(node['value'] as boolean)))
      return
    case 'BinaryExpression':
    case 'LogicalExpression':
    case 'AssignmentExpression':
      swapOperator(node, source, add)
      return
    case 'UnaryExpression':
      if (node['operator'] === '!') add(node.start, node.start + 1, '')
      if (node['operator'] === '-') add(node.start, node.start + 1, '+')
      return
    case 'CallExpression': {
      const callee = node['callee'] as Node
      const name = source.slice(callee.start, callee.end)
      if (CALLS[name] !== undefined) add(callee.start, callee.end, CALLS[name])
    }
  }
}

function swapOperator(node: Node, source: string, add: Add): void {
  const operator = node['operator'] as string
  const swapped = OPERATORS[operator]
  const [left, right] = [node['left'] as Node, node['right'] as Node]
  if (swapped === undefined || isText(left) || isText(right)) return
  const at = source.indexOf(operator, left.end)
  add(at, at + operator.length, swapped)
}

function isText(node: Node): boolean {
  return (
    node.type === 'TemplateLiteral' ||
    (node.type === 'Literal' && typeof node['value'] === 'string' && /\p{Script=Han}/u.test(node['value']))
  )
}

/** Types, and functions that only word a sentence, hold nothing that scores. */
function visit(node: Node, see: (node: Node) => void): void {
  if (node.type.startsWith('TS') && !/^TS(As|Satisfies|NonNull)/.test(node.type)) return
  if (node.type === 'FunctionDeclaration' && /(Sentence|^tell\w*|^print\w*|Text)$/.test(nameOf(node))) return
  if (node.type === 'Property' && (node['key'] as Node)['name'] === 'sentence') return
  if (node.type === 'ImportDeclaration' || node.type === 'TemplateLiteral') return
  see(node)
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) visit(child, see)
  }
}

function nameOf(node: Node): string {
  return ((node['id'] as Node | null)?.['name'] as string | undefined) ?? ''
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string'
}
