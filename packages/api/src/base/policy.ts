import type { Permission } from '@gs/domain/organizations'

/**
 * Who may call a procedure:
 * `public` anybody; `own` whoever is signed in, for their own things alone;
 * a permission: whoever holds a role that gives it, as far as that role reaches.
 */
export type Policy =
  | { readonly access: 'public' }
  | { readonly access: 'own' }
  | { readonly access: 'permission'; readonly permission: Permission }

export interface Meta {
  readonly policy: Policy
}
