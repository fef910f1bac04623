/** One bar: a name, a count, and the text at its end. */
interface Bar {
  readonly name: string
  readonly value: number
  readonly said: string
  /** Not counted towards the score. */
  readonly pale?: boolean
}

/** Small bar chart of counts or marks, readable as a list; `most` is the full width. */
export function Bars({ bars, most }: { readonly bars: readonly Bar[]; readonly most: number }) {
  return (
    <ul className="why-bars">
      {bars.map(({ name, value, said, pale }) => (
        <li key={name}>
          <span className="why-bars-name">{name}</span>
          <span className="why-bars-track" aria-hidden>
            <span
              className={pale === true ? 'why-bars-pale' : ''}
              style={{ width: `${most === 0 ? 0 : (value / most) * 100}%` }}
            />
          </span>
          <span className="soft">{said}</span>
        </li>
      ))}
    </ul>
  )
}
