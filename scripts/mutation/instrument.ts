import { parseAst } from 'rolldown/parseAst'

/** One small change of a source text that some test should notice. */
export interface Mutant {
  readonly id: number
  readonly line: number
  readonly from: string
  readonly to: string
  /** stands outside every function, and so acts while the module loads. */
  readonly onLoad: boolean
}

/** A source text that holds all its mutants, each behind `__mutant === id`. */
export interface Instrumented {
  readonly text: string
  readonly mutants: readonly Mutant[]
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

/** Puts every constant, comparison, logical and arithmetic sign, cap and floor behind a switch; what only words a sentence is left alone. */
export function instrument(source: string, firstId: number): Instrumented {
  const mutants: Mutant[] = []
  const lineAt = (at: number) => source.slice(0, at).split('\n').length

  function emit(node: Node, inFunction: boolean): string {
    if (isLeftAlone(node)) return source.slice(node.start, node.end)
    const inside = inFunction || /^(Arrow)?Function/.test(node.type)
    const plain = emitParts(node, inside)
    const variants = variantsOf(node, source).map(({ text, from, to }) => {
      const id = firstId + mutants.length
      mutants.push({ id, line: lineAt(node.start), from, to, onLoad: !inFunction })
      return `globalThis.__mutant === ${id} ? (${text}) : `
    })
    if (variants.length > 0) return `(${variants.join('')}(${plain}))`
    // Without semicolons a statement must not begin with a bracket.
    return node.type === 'ExpressionStatement' && plain.startsWith('(') ? `void ${plain}` : plain
  }

  function emitParts(node: Node, inFunction: boolean): string {
    let text = ''
    let at = node.start
    for (const child of childrenOf(node)) {
      if (child.start < at) continue
      text += source.slice(at, child.start) + emit(child, inFunction)
      at = child.end
    }
    return text + source.slice(at, node.end)
  }

  return { text: emit(parseAst(source, { lang: 'ts' }) as unknown as Node, false), mutants }
}

interface Variant {
  readonly text: string
  readonly from: string
  readonly to: string
}

function variantsOf(node: Node, source: string): readonly Variant[] {
  const text = (one: Node) => source.slice(one.start, one.end)
  switch (node.type) {
    case 'Literal':
      if (typeof node['value'] === 'number')
        return [{ text: String(node['value'] + 1), from: text(node), to: String(node['value'] + 1) }]
      return typeof node['value'] === 'boolean'
        ? [{ text: String(!node['value']), from: text(node), to: String(!node['value']) }]
        : []
    case 'BinaryExpression':
    case 'LogicalExpression':
    case 'AssignmentExpression': {
      const [operator, left, right] = [
        node['operator'] as string,
        node['left'] as Node,
        node['right'] as Node,
      ]
      const swapped = OPERATORS[operator]
      if (swapped === undefined || isWording(left) || isWording(right)) return []
      const at = source.indexOf(operator, left.end)
      const whole = source.slice(node.start, at) + swapped + source.slice(at + operator.length, node.end)
      return [{ text: whole, from: operator, to: swapped }]
    }
    case 'UnaryExpression': {
      const argument = text(node['argument'] as Node)
      if (node['operator'] === '!') return [{ text: argument, from: '!', to: '' }]
      return node['operator'] === '-' ? [{ text: `+${argument}`, from: '-', to: '+' }] : []
    }
    case 'CallExpression': {
      const callee = node['callee'] as Node
      const swapped = CALLS[text(callee)]
      return swapped === undefined
        ? []
        : [{ text: swapped + source.slice(callee.end, node.end), from: text(callee), to: swapped }]
    }
    default:
      return []
  }
}

function isWording(node: Node): boolean {
  return (
    node.type === 'TemplateLiteral' ||
    (typeof node['value'] === 'string' && /\p{Script=Han}/u.test(node['value']))
  )
}

/** Types, imports, and functions that only word a sentence, hold nothing that scores. */
function isLeftAlone(node: Node): boolean {
  if (node.type.startsWith('TS') && !/^TS(As|Satisfies|NonNull)/.test(node.type)) return true
  if (node.type === 'ImportDeclaration' || node.type === 'TemplateLiteral') return true
  if (node.type === 'FunctionDeclaration')
    return /(Sentence|Text)$|^(tell|print)/.test(((node['id'] as Node)['name'] as string) ?? '')
  return node.type === 'Property' && (node['key'] as Node)['name'] === 'sentence'
}

function childrenOf(node: Node): readonly Node[] {
  const skipped = node.type === 'Property' && node['computed'] !== true ? 'key' : ''
  const children = Object.entries(node).flatMap(([field, value]) =>
    field === skipped ? [] : Array.isArray(value) ? value : [value],
  )
  return children.filter(isNode).toSorted((one, other) => one.start - other.start)
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string'
}
