import type { CourseBody } from '@gs/domain/courses'
import { read, type ServiceContext, scopeFor } from '../kernel/index.ts'

export interface CourseListItem {
  readonly id: string
  readonly code: string
  readonly kind: 'specialization' | 'course'
  readonly title: string
  readonly lessons: number
  readonly questions: number
  readonly language: CourseBody['language']
  readonly draft: { readonly revision: number; readonly updatedAt: string; readonly updatedBy: string | null }
  /** Newest first. `people`: enrollments on this version, finished ones too. */
  readonly versions: readonly {
    readonly id: string
    readonly version: number
    readonly publishedOn: string
    readonly publishedBy: string | null
    readonly note: string
    readonly people: number
  }[]
}

const LIST = `select c.id, c.code, c.kind, d.body->>'title' as title, d.body->>'language' as language,
    jsonb_array_length(d.body->'lessons') as lessons, jsonb_array_length(d.body->'questions') as questions,
    jsonb_build_object('revision', d.revision, 'updatedAt', to_char(d.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'updatedBy', (select p.given_name || ' ' || p.family_name from people p where p.org_id = d.org_id and p.id = d.updated_by)) as draft,
    coalesce((select jsonb_agg(jsonb_build_object('id', v.id, 'version', v.version, 'publishedOn', v.published_on,
        'publishedBy', (select p.given_name || ' ' || p.family_name from people p where p.org_id = v.org_id and p.id = v.published_by),
        'note', v.note,
        'people', (select count(*) from enrollments e where e.org_id = v.org_id and e.version_id = v.id and e.status <> 'withdrawn'))
        order by v.version desc)
      from course_versions v where v.org_id = c.org_id and v.course_id = c.id), '[]') as versions
  from courses c join course_drafts d on d.org_id = c.org_id and d.course_id = c.id
  where c.org_id = $1 order by c.code`

/** Every course of the organisation with its draft and versions, for whoever may read courses. */
export async function listCourses(ctx: ServiceContext): Promise<readonly CourseListItem[]> {
  return read(ctx, scopeFor(ctx, 'courses.read'), async (tx) => {
    const { rows } = await tx.client.query<CourseListItem>({
      name: 'courses-list',
      text: LIST,
      values: [ctx.actor.orgId],
    })
    return rows
  })
}
