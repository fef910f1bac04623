import { createContext, use } from 'react'
import type { SchemeDocument } from '../../../../contract/scheme/schemeDocument.ts'
import type { Fault } from '../schemeTypes.ts'

/** The surroundings of a form: the scheme being edited, its faults, and the component that an answer is for. */
interface FormAround {
  readonly document: SchemeDocument
  readonly faults: readonly Fault[]
  readonly component?: string | undefined
}

/** The context of a form's surroundings. */
export const FormContext = createContext<FormAround | undefined>(undefined)

/** Returns the surroundings of the form. */
export function useForm(): FormAround {
  const around = use(FormContext)
  if (around === undefined) throw new Error('no form around this field')
  return around
}

/** A path: keys and indexes from the root of the scheme. */
export type Path = readonly (string | number)[]

/** Returns the faults at exactly this path. */
export function useFaultsAt(path: Path): readonly Fault[] {
  const { faults } = useForm()
  const here = path.join('/')
  return faults.filter(fault => fault.path.join('/') === here)
}

/** Counts the faults at or below a path. */
export function countFaults(faults: readonly Fault[], path: Path): number {
  return faults.filter(
    fault => fault.severity === 'fault' && path.every((step, at) => fault.path[at] === step),
  ).length
}
