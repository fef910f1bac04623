import type { ReactNode } from 'react'

interface Props {
  readonly name: ReactNode
  /** Classes of the value. */
  readonly className?: string | undefined
  readonly children: ReactNode
}

/** One line of a list of facts (`dl`): what it is, and its value. */
export function Fact({ name, className, children }: Props) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className={className}>{children}</dd>
    </div>
  )
}
