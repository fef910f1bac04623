import { createContext, use } from 'react'
import type { SchemeDocument } from '../../../../contract/scheme/schemeDocument.ts'
import type { Fault } from '../schemeTypes.ts'

/** 表单所在: the scheme as it is being edited, the faults found in it, and the component that an answer is for. */
export interface FormAround {
  readonly document: SchemeDocument
  readonly faults: readonly Fault[]
  readonly component?: string | undefined
}

/** 表单所在的上下文. */
export const FormContext = createContext<FormAround | undefined>(undefined)

/** 表单所在. */
export function useForm(): FormAround {
  const around = use(FormContext)
  if (around === undefined) throw new Error('no form around this field')
  return around
}

/** 位置: keys and indexes from the top of the scheme. */
export type Path = readonly (string | number)[]

/** 恰在一处的错误. */
export function useFaultsAt(path: Path): readonly Fault[] {
  const { faults } = useForm()
  const here = path.join('/')
  return faults.filter(fault => fault.path.join('/') === here)
}

/** 一处及其以内的错误数. */
export function countFaults(faults: readonly Fault[], path: Path): number {
  return faults.filter(
    fault => fault.severity === 'fault' && path.every((step, at) => fault.path[at] === step),
  ).length
}
