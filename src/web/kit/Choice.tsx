import './choice.css'

interface Props {
  readonly id?: string
  readonly label: string
  readonly value: string
  readonly options: readonly { readonly value: string; readonly text: string }[]
  readonly onChange: (value: string) => void
  /** Shown first, for choosing none. */
  readonly none?: string
  readonly quiet?: boolean
}

/** Single choice with the browser's own control: light, and familiar on phones. What is not chosen yet does not look chosen. For long lists with a search, use antd's Select. */
export function Choice({ id, label, value, options, onChange, none, quiet = false }: Props) {
  return (
    <select
      id={id}
      className={quiet ? 'choice choice-quiet' : 'choice'}
      aria-label={label}
      value={value}
      onChange={event => onChange(event.target.value)}
    >
      {none !== undefined && <option value="">{none}</option>}
      {none === undefined && !options.some(option => option.value === value) && (
        <option value={value} disabled hidden>
          请选择
        </option>
      )}
      {options.map(option => (
        <option key={option.value} value={option.value}>
          {option.text}
        </option>
      ))}
    </select>
  )
}
