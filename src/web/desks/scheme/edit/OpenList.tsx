import { PlusOutlined } from '@ant-design/icons'
import { Button, Popconfirm } from 'antd'
import { type ReactNode, useEffect, useState } from 'react'
import { countFaults, type Path, useForm } from '../fields/FormContext.ts'

interface Props {
  readonly label: string
  readonly path: Path
  /** the place of a fault; its item opens. */
  readonly focus: Path | undefined
  readonly items: readonly { readonly name: string; readonly note?: string }[]
  readonly tools: (at: number, close: () => void) => ReactNode
  readonly form: (at: number) => ReactNode
  readonly onAdd: () => void
  /** Empties the list, after asking. */
  readonly onClear: () => void
}

/** Shows an expandable list: one line per item with its number of faults, one open at a time. */
export function OpenList({ label, path, focus, items, tools, form, onAdd, onClear }: Props) {
  const { faults } = useForm()
  const [open, setOpen] = useState<number>()
  const here = path.join('/')
  useEffect(() => {
    const depth = here === '' ? 0 : here.split('/').length
    const at = focus !== undefined && focus.slice(0, depth).join('/') === here ? focus[depth] : undefined
    if (typeof at === 'number') setOpen(at)
  }, [focus, here])

  return (
    <div className="list-editor">
      {items.length === 0 && <p className="soft">还没有{label}。</p>}
      <ul>
        {items.map(({ name, note }, at) => {
          const wrong = countFaults(faults, [...path, at])
          return (
            <li key={at}>
              <div className="list-line">
                <button
                  type="button"
                  className="list-open"
                  aria-expanded={open === at}
                  onClick={() => setOpen(open === at ? undefined : at)}
                >
                  {name}
                </button>
                {note !== undefined && <span className="soft">{note}</span>}
                {wrong > 0 && <span className="late">{wrong}处错误</span>}
                {tools(at, () => setOpen(undefined))}
              </div>
              {open === at && <div className="list-form">{form(at)}</div>}
            </li>
          )
        })}
      </ul>
      <Button
        icon={<PlusOutlined />}
        onClick={() => {
          onAdd()
          setOpen(items.length)
        }}
      >
        添加{label}
      </Button>
      {items.length > 1 && (
        <Popconfirm
          title={`${items.length}项${label}全部去掉？`}
          okText="全部去掉"
          cancelText="不去掉"
          onConfirm={() => {
            setOpen(undefined)
            onClear()
          }}
        >
          <Button type="text">全部去掉</Button>
        </Popconfirm>
      )}
    </div>
  )
}
