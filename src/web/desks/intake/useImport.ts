import { useQuery } from '@tanstack/react-query'
import { answerOptions } from '../../client/useAnswer.ts'
import { isUnderWay } from './intakeTypes.ts'

const EVERY_MS = 700

/** 一次导入, asked again while it is under way. It goes on without anybody looking. */
export function useImport(year: number, intake: string) {
  return useQuery({
    ...answerOptions('GET /api/years/:year/intakes/:intake', { params: { year, intake } }),
    refetchInterval: ({ state }) =>
      state.data !== undefined && isUnderWay(state.data.state) ? EVERY_MS : false,
  })
}

/** 各次导入, asked again while one of them is under way. */
export function useImports(year: number | undefined) {
  return useQuery({
    ...answerOptions('GET /api/years/:year/intakes', { params: { year: year! } }),
    enabled: year !== undefined,
    refetchInterval: ({ state }) =>
      state.data?.intakes.some(one => isUnderWay(one.state)) ? EVERY_MS * 3 : false,
  })
}
