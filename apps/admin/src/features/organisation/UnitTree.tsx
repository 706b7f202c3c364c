import { Card } from '@gs/ui'
import { getTranslations } from 'next-intl/server'
import { load, serverCaller } from '../../server/caller.ts'
import { UnitDialog } from './UnitDialog.tsx'

/** The units below one another, with their people; adding and renaming. */
export async function UnitTree() {
  const api = await serverCaller()
  const [units, t] = await Promise.all([load(api.organizations.units()), getTranslations('organisation.units')])
  return (
    <Card flush>
      <ul className="divide-y divide-line">
        {units.map((unit) => (
          <li
            key={unit.id}
            className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3 pe-4 sm:pe-6"
            style={{ paddingInlineStart: `${1 + unit.depth * 1.25}rem` }}
          >
            <div className="min-w-0 flex-1 basis-48">
              <p className="font-medium" id={`unit-${unit.id}`}>
                {unit.name}
              </p>
              <p className="text-muted text-sm">
                {t(unit.people === unit.peopleBelow ? 'peopleHere' : 'people', {
                  own: unit.people,
                  all: unit.peopleBelow,
                })}
              </p>
            </div>
            <div className="flex gap-2">
              <UnitDialog kind="add" unitId={unit.id} name={unit.name} />
              <UnitDialog kind="rename" unitId={unit.id} name={unit.name} />
            </div>
          </li>
        ))}
      </ul>
    </Card>
  )
}
