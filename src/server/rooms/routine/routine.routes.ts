import type { FastifyInstance } from 'fastify'
import { routineRoutes } from '../../../contract/routine/routineRoutes.ts'
import { serveRoutes } from '../../platform/http/serveRoutes.ts'
import { correctFault, withdrawFault } from './amendRecord.ts'
import { exportBoard, exportBoards, exportLedger } from './exportRoutine.ts'
import { acceptBoard, returnBoard, submitBoard } from './judgeBoard.ts'
import { recordLeadDuty, viewLeadDuty, withdrawLeadDuty } from './leadDuty.ts'
import { placeGrades } from './placeGrades.ts'
import { addFaults, recordOccasion } from './recordOccasion.ts'
import { listBoards, setDue, viewBoard } from './viewBoards.ts'
import { viewDualDebriefs } from './viewDualDebriefs.ts'
import { viewGrade } from './viewGrade.ts'
import { viewLedger } from './viewLedger.ts'

/** 日常管理的接口. */
export function serveRoutine(app: FastifyInstance): void {
  serveRoutes(app, routineRoutes, {
    'GET /api/years/:year/routine/boards': ({ house, reach, params }) =>
      listBoards(house, reach, params.year),
    'GET /api/years/:year/routine/boards.xlsx': ({ house, reach, params }) =>
      exportBoards(house, reach, params.year),
    'POST /api/years/:year/routine/due': ({ house, actor, change, params, body }) =>
      setDue(house, actor, change, params.year, body.due),
    'GET /api/years/:year/units/:unit/boards/:component': ({ house, actor, params }) =>
      viewBoard(house, actor, params),
    'GET /api/years/:year/units/:unit/boards/:component/board.xlsx': ({ house, actor, params }) =>
      exportBoard(house, actor, params),
    'POST /api/years/:year/units/:unit/boards/:component/grades': ({ house, actor, change, params, body }) =>
      placeGrades(house, actor, change, params, body.changes),
    'POST /api/years/:year/units/:unit/boards/:component/submit': ({ house, actor, change, params, body }) =>
      submitBoard(house, actor, change, params, body.revision),
    'POST /api/years/:year/units/:unit/boards/:component/accept': ({ house, actor, change, params, body }) =>
      acceptBoard(house, actor, change, params, body.revision),
    'POST /api/years/:year/units/:unit/boards/:component/return': ({ house, actor, change, params, body }) =>
      returnBoard(house, actor, change, params, body),
    'GET /api/years/:year/units/:unit/grade': ({ house, params }) => viewGrade(house, params),
    'GET /api/years/:year/routine/ledger': ({ house, actor, reach, params }) =>
      viewLedger(house, actor, reach, params.year),
    'GET /api/years/:year/routine/ledger.xlsx': ({ house, actor, reach, params }) =>
      exportLedger(house, actor, reach, params.year),
    'POST /api/years/:year/routine/occasions': ({ house, actor, reach, change, params, body }) =>
      recordOccasion(house, actor, reach, change, params.year, body),
    'POST /api/years/:year/routine/occasions/:occasion/records': ({
      house,
      actor,
      reach,
      change,
      params,
      body,
    }) => addFaults(house, actor, reach, change, params, body.records),
    'POST /api/years/:year/routine/records/:record/correct': ({
      house,
      actor,
      reach,
      change,
      params,
      body,
    }) => correctFault(house, actor, reach, change, params, body),
    'POST /api/years/:year/routine/records/:record/withdraw': ({
      house,
      actor,
      reach,
      change,
      params,
      body,
    }) => withdrawFault(house, actor, reach, change, params, body),
    'GET /api/years/:year/routine/dualDebriefs': ({ house, reach, params }) =>
      viewDualDebriefs(house, reach, params.year),
    'GET /api/years/:year/routine/leadDuty': ({ house, reach, params }) =>
      viewLeadDuty(house, reach, params.year),
    'POST /api/years/:year/routine/leadDuty': ({ house, actor, change, params, body }) =>
      recordLeadDuty(house, actor, change, params.year, body),
    'POST /api/years/:year/routine/leadDuty/:record/withdraw': ({ house, actor, change, params, body }) =>
      withdrawLeadDuty(house, actor, change, params, body),
  })
}
