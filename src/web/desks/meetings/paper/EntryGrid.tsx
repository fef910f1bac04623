import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import { isWhole, nameMark, readTyped } from './entryText.ts'
import type { Paper } from './paperTypes.ts'

interface Props {
  readonly paper: Paper
  /** The lines entered, in order. */
  readonly lines: readonly number[]
  readonly typed: Readonly<Record<number, string>>
  /** Lines that differ from what the other person entered. */
  readonly differs: readonly number[]
  /** Lines to be marked as lacking. */
  readonly isChecked: boolean
  /** What stands above a line, such as its picture. */
  readonly above?: (line: number) => ReactNode
  readonly onType: (line: number, text: string) => void
  /** The last line was entered. */
  readonly onLast: () => void
}

/** Takes the marks of a sheet by keyboard: number keys, Enter for the next line, arrows to go back. */
export function EntryGrid({ paper, lines, typed, differs, isChecked, above, onType, onLast }: Props) {
  const list = useRef<HTMLOListElement>(null)
  const goTo = (at: number) => {
    const inputs = [...(list.current?.querySelectorAll('input') ?? [])]
    if (at >= inputs.length) return onLast()
    inputs[Math.max(0, at)]?.focus()
    inputs[Math.max(0, at)]?.select()
  }
  const press = (event: KeyboardEvent<HTMLInputElement>, at: number) => {
    const back = event.key === 'ArrowUp' || (event.key === 'Backspace' && event.currentTarget.value === '')
    if (!back && event.key !== 'Enter' && event.key !== 'ArrowDown') return
    event.preventDefault()
    goTo(back ? at - 1 : at + 1)
  }
  return (
    <ol className={above === undefined ? 'entry-grid bare' : 'entry-grid entry-grid-wide bare'} ref={list}>
      {lines.map((line, at) => {
        const { unitName, secretary } = paper.lines[line]!
        const text = typed[line] ?? ''
        const read = readTyped(text, paper)
        const isBad = read === 'wrong' || (isChecked && read === 'open') || differs.includes(line)
        return (
          <li key={line}>
            {above?.(line)}
            <label className={isBad ? 'entry-line entry-line-bad' : 'entry-line'}>
              <span className="entry-number">{line + 1}</span>
              <span className="entry-name">
                {secretary}
                <small className="soft-line cut-line">{unitName}</small>
              </span>
              <input
                value={text}
                inputMode="numeric"
                autoComplete="off"
                maxLength={4}
                aria-invalid={isBad}
                onFocus={event => event.currentTarget.select()}
                onKeyDown={event => press(event, at)}
                onChange={event => {
                  onType(line, event.currentTarget.value)
                  if (isWhole(event.currentTarget.value, paper)) goTo(at + 1)
                }}
              />
              <span className="entry-said">
                {read === 'wrong' ? '不在票样之内' : read === 'open' ? '' : nameMark(read.mark, paper)}
                {differs.includes(line) && <small className="bad">两人不一致</small>}
              </span>
            </label>
          </li>
        )
      })}
    </ol>
  )
}
