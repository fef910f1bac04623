import type { FastifyInstance } from 'fastify'
import { routineRoutes } from '../../../contract/routine/routineRoutes.ts'
import { serveRoutes } from '../../platform/http/serveRoutes.ts'
import { correctFault, withdrawFault } from './amendRecord.ts'
import { exportBoard, exportLedger } from './exportRoutine.ts'
import { acceptBoard, returnBoard, submitBoard } from './judgeBoard.ts'
import { recordLeadDuty, viewLeadDuty, withdrawLeadDuty } from './leadDuty.ts'
import { placeGrades } from './placeGrades.ts'
import { recordNoFaults } from './recordNoFaults.ts'
import { addFaults, recordOccasion } from './recordOccasion.ts'
import { listBoards, setDue, viewBoard } from './viewBoards.ts'
import { viewDualDebriefs } from './viewDualDebriefs.ts'
import { viewGrade } from './viewGrade.ts'
import { viewLedger } from './viewLedger.ts'

/** Registers the routes for routine management (日常管理). */
export function serveRoutine(app: FastifyInstance): void {
  serveRoutes(app, routineRoutes, {
    'GET /api/years/:year/routine/boards': ({ context, reach, params }) =>
      listBoards(context, reach, params.year),
    'POST /api/years/:year/routine/due': setDue,
    'GET /api/years/:year/units/:unit/boards/:component': ({ context, actor, params }) =>
      viewBoard(context, actor, params),
    'GET /api/years/:year/units/:unit/boards/:component/board.xlsx': exportBoard,
    'POST /api/years/:year/units/:unit/boards/:component/grades': placeGrades,
    'POST /api/years/:year/units/:unit/boards/:component/submit': submitBoard,
    'POST /api/years/:year/units/:unit/boards/:component/accept': acceptBoard,
    'POST /api/years/:year/units/:unit/boards/:component/return': returnBoard,
    'GET /api/years/:year/units/:unit/grade': viewGrade,
    'GET /api/years/:year/routine/ledger': viewLedger,
    'GET /api/years/:year/routine/ledger.xlsx': exportLedger,
    'POST /api/years/:year/units/:unit/no-faults': recordNoFaults,
    'POST /api/years/:year/routine/occasions': recordOccasion,
    'POST /api/years/:year/routine/occasions/:occasion/records': addFaults,
    'POST /api/years/:year/routine/records/:record/correct': correctFault,
    'POST /api/years/:year/routine/records/:record/withdraw': withdrawFault,
    'GET /api/years/:year/routine/dualDebriefs': viewDualDebriefs,
    'GET /api/years/:year/routine/leadDuty': viewLeadDuty,
    'POST /api/years/:year/routine/leadDuty': recordLeadDuty,
    'POST /api/years/:year/routine/leadDuty/:record/withdraw': withdrawLeadDuty,
  })
}
