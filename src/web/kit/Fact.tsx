import type { ReactNode } from 'react'

interface Props {
  readonly name: ReactNode
  /** Classes of the value. */
  readonly className?: string | undefined
  /** The value is a name or number that no browser may translate. */
  readonly verbatim?: boolean
  readonly children: ReactNode
}

/** One line of a list of facts (`dl`): what it is, and its value. */
export function Fact({ name, className, verbatim, children }: Props) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className={className} translate={verbatim ? 'no' : undefined}>
        {children}
      </dd>
    </div>
  )
}
