import { Button } from 'antd'
import { Fragment, isValidElement, type ReactNode } from 'react'
import { LinkButton } from '../LinkButton.tsx'
import { printDay } from '../printDay.ts'
import type { Column } from './column.ts'

/** Returns what a cell says, for a file: the text it shows, or else the column's value. Points and plain numbers stay numbers. */
export function cellText<Row>(column: Column<Row>, row: Row): string | number | undefined {
  const value = column.value(row)
  if (column.kind === 'points') return value
  const shown = textOf(column.show?.(row))?.trim()
  if (shown !== undefined && shown !== '' && shown !== String(value)) return shown
  return column.kind === 'day' && value !== undefined ? printDay(String(value)) : value
}

const BLOCKS = new Set<unknown>(['div', 'p', 'li', 'br'])
const ACTS = new Set<unknown>([Button, LinkButton])

/** Returns the text in a node, without what is there to be pressed; `undefined` where a component without content draws it. */
function textOf(node: ReactNode): string | undefined {
  if (node === null || node === undefined || typeof node === 'boolean') return ''
  if (typeof node === 'string' || typeof node === 'number') return String(node)
  if (Array.isArray(node)) {
    const texts = node.map(one => textOf(one as ReactNode))
    return texts.includes(undefined) ? undefined : texts.join('')
  }
  if (!isValidElement<{ readonly children?: ReactNode; readonly className?: string }>(node)) return undefined
  const { type, props } = node
  if (ACTS.has(type)) return ''
  const isPlain = typeof type === 'string' || type === Fragment
  const text = props.children === undefined && !isPlain ? undefined : textOf(props.children)
  if (text === undefined) return undefined
  return BLOCKS.has(type) ? `${text} ` : props.className === 'soft-line' ? ` ${text}` : text
}
