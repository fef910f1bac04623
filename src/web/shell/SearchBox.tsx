import { SearchOutlined } from '@ant-design/icons'
import { useNavigate } from '@tanstack/react-router'
import { Input, Modal } from 'antd'
import { useEffect, useState } from 'react'
import type { CallAnswer } from '../client/call.ts'
import { useMay } from '../client/useMay.ts'
import { useAnswer } from '../client/useAnswer.ts'
import { useYear } from '../client/useYear.ts'
import { useNameSearch } from '../kit/useNameSearch.ts'
import { addressOf, visibleDesks } from './visibleDesks.ts'
import './searchBox.css'

interface Hit {
  readonly key: string
  readonly kind: string
  readonly text: string
  readonly said?: string
  readonly to: string
  readonly search?: Readonly<Record<string, string>>
}

/** Search across units, people, rows, clauses and pages: a button in the header, Ctrl K or / from the keyboard. */
export function SearchBox() {
  const [open, setOpen] = useState(false)
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const isChord = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k'
      const types = (event.target as Element).closest?.('input, textarea, select, [contenteditable=true]')
      if (!isChord && (event.key !== '/' || types || event.ctrlKey || event.metaKey || event.altKey)) return
      event.preventDefault()
      setOpen(true)
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [])
  return (
    <>
      <button type="button" className="search-open" aria-label="查找" onClick={() => setOpen(true)}>
        <SearchOutlined aria-hidden />
        <span className="search-open-words">查找</span>
      </button>
      <Modal
        open={open}
        onCancel={() => setOpen(false)}
        title="查找"
        footer={null}
        closable={false}
        destroyOnHidden
        width={620}
        style={{ top: 80 }}
      >
        <Finder onDone={() => setOpen(false)} />
      </Modal>
    </>
  )
}

function Finder({ onDone }: { readonly onDone: () => void }) {
  const navigate = useNavigate()
  const [typed, setTyped] = useState('')
  const [asked, setAsked] = useState('')
  const [chosen, setChosen] = useState(0)
  useEffect(() => {
    const timer = setTimeout(() => setAsked(typed.trim()), 200)
    return () => clearTimeout(timer)
  }, [typed])
  const hits = useHits(typed, asked)
  const at = Math.min(chosen, Math.max(0, hits.length - 1))
  const go = ({ to, search = {} }: Hit) => {
    onDone()
    void navigate({ to, search: search as never })
  }
  return (
    <div className="finder">
      <Input
        autoFocus
        size="large"
        prefix={<SearchOutlined aria-hidden />}
        placeholder="单位、人员、评分细则、条款、页面，可用拼音首字母"
        aria-label="查找单位、人员、评分细则、条款或页面"
        role="combobox"
        aria-expanded={hits.length > 0}
        aria-controls="finder-hits"
        aria-activedescendant={hits.length > 0 ? `finder-${at}` : undefined}
        value={typed}
        onChange={event => {
          setTyped(event.target.value)
          setChosen(0)
        }}
        onKeyDown={event => {
          if (event.key === 'ArrowDown') setChosen(Math.min(at + 1, hits.length - 1))
          else if (event.key === 'ArrowUp') setChosen(Math.max(at - 1, 0))
          else if (event.key === 'Enter' && hits[at] !== undefined) go(hits[at])
          else return
          event.preventDefault()
        }}
      />
      <ul id="finder-hits" className="finder-hits bare" role="listbox" aria-label="查找结果">
        {hits.map((hit, place) => (
          <li
            key={hit.key}
            id={`finder-${place}`}
            role="option"
            aria-selected={place === at}
            onMouseEnter={() => setChosen(place)}
            onClick={() => go(hit)}
          >
            <span className="finder-kind">{hit.kind}</span>
            <span className="cut-line" title={hit.text}>
              {hit.text}
            </span>
            <span className="finder-said cut-line" title={hit.said ?? ''}>
              {hit.said}
            </span>
          </li>
        ))}
      </ul>
      {typed.trim() !== '' && hits.length === 0 && (
        <p className="soft" role="status">
          没有找到。
        </p>
      )}
      <p className="small-soft">上下键选择，回车打开。</p>
    </div>
  )
}

/** Returns what was found: pages at once, the rest as the server answers. */
function useHits(typed: string, asked: string): readonly Hit[] {
  const may = useMay()
  const { year } = useYear()
  const matches = useNameSearch(typed)
  const { data } = useAnswer(
    'GET /api/years/:year/search',
    { params: { year }, query: { text: asked } },
    { when: asked !== '' && may('readRoster') },
  )
  if (typed.trim() === '') return []
  const pages = visibleDesks(may, year)
    .filter(({ title, stage }) => stage !== undefined && matches(title))
    .map(({ title, address, stage = '' }): Hit => ({
      key: address,
      kind: '页面',
      text: title,
      said: stage,
      to: address,
    }))
  return [...pages, ...(data === undefined ? [] : found(data, path => addressOf(path, may, year)))]
}

function found(
  { units, people, rows, clauses }: CallAnswer<'GET /api/years/:year/search'>,
  address: (path: string) => string | undefined,
): readonly Hit[] {
  const unitPage = address('$year/units/$unit') ?? address('$year/roster/$unit')
  const rosterPage = address('$year/roster/$unit') ?? unitPage
  const scheme = address('$year/scheme')
  const of = (page: string | undefined, unit: string) => page?.replace('$unit', encodeURIComponent(unit))
  return [
    ...units.map(({ unit, name }) => ({
      key: `u ${unit}`,
      kind: '单位',
      text: name,
      to: of(unitPage, unit),
    })),
    ...people.map(({ unit, unitName, name, post }, at) => ({
      key: `p ${at} ${unit}`,
      kind: '人员',
      text: name,
      said: `${unitName} ${post}`,
      to: of(rosterPage, unit),
    })),
    ...rows.map(({ row, title }) => ({
      key: `r ${row}`,
      kind: '细则',
      text: `${row} ${title}`,
      to: scheme,
      search: { part: 'rubric', row },
    })),
    ...clauses.map(({ citation, restated }) => ({
      key: `c ${citation}`,
      kind: '条款',
      text: citation,
      said: restated,
      to: scheme,
      search: { part: 'clauses', clause: citation },
    })),
  ].flatMap(hit => (hit.to === undefined ? [] : [{ ...hit, to: hit.to }]))
}
