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
    'GET /api/years/:year/routine/boards': ({ context, reach, params }) =>
      listBoards(context, reach, params.year),
    'GET /api/years/:year/routine/boards.xlsx': ({ context, reach, params }) =>
      exportBoards(context, reach, params.year),
    'POST /api/years/:year/routine/due': ({ context, actor, change, params, body }) =>
      setDue(context, actor, change, params.year, body.due),
    'GET /api/years/:year/units/:unit/boards/:component': ({ context, actor, params }) =>
      viewBoard(context, actor, params),
    'GET /api/years/:year/units/:unit/boards/:component/board.xlsx': ({ context, actor, params }) =>
      exportBoard(context, actor, params),
    'POST /api/years/:year/units/:unit/boards/:component/grades': ({
      context,
      actor,
      change,
      params,
      body,
    }) => placeGrades(context, actor, change, params, body.changes),
    'POST /api/years/:year/units/:unit/boards/:component/submit': ({
      context,
      actor,
      change,
      params,
      body,
    }) => submitBoard(context, actor, change, params, body.revision),
    'POST /api/years/:year/units/:unit/boards/:component/accept': ({
      context,
      actor,
      change,
      params,
      body,
    }) => acceptBoard(context, actor, change, params, body.revision),
    'POST /api/years/:year/units/:unit/boards/:component/return': ({
      context,
      actor,
      change,
      params,
      body,
    }) => returnBoard(context, actor, change, params, body),
    'GET /api/years/:year/units/:unit/grade': ({ context, params }) => viewGrade(context, params),
    'GET /api/years/:year/routine/ledger': ({ context, actor, reach, params }) =>
      viewLedger(context, actor, reach, params.year),
    'GET /api/years/:year/routine/ledger.xlsx': ({ context, actor, reach, params }) =>
      exportLedger(context, actor, reach, params.year),
    'POST /api/years/:year/routine/occasions': ({ context, actor, reach, change, params, body }) =>
      recordOccasion(context, actor, reach, change, params.year, body),
    'POST /api/years/:year/routine/occasions/:occasion/records': ({
      context,
      actor,
      reach,
      change,
      params,
      body,
    }) => addFaults(context, actor, reach, change, params, body.records),
    'POST /api/years/:year/routine/records/:record/correct': ({
      context,
      actor,
      reach,
      change,
      params,
      body,
    }) => correctFault(context, actor, reach, change, params, body),
    'POST /api/years/:year/routine/records/:record/withdraw': ({
      context,
      actor,
      reach,
      change,
      params,
      body,
    }) => withdrawFault(context, actor, reach, change, params, body),
    'GET /api/years/:year/routine/dualDebriefs': ({ context, reach, params }) =>
      viewDualDebriefs(context, reach, params.year),
    'GET /api/years/:year/routine/leadDuty': ({ context, reach, params }) =>
      viewLeadDuty(context, reach, params.year),
    'POST /api/years/:year/routine/leadDuty': ({ context, actor, change, params, body }) =>
      recordLeadDuty(context, actor, change, params.year, body),
    'POST /api/years/:year/routine/leadDuty/:record/withdraw': ({ context, actor, change, params, body }) =>
      withdrawLeadDuty(context, actor, change, params, body),
  })
}
