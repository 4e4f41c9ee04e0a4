variable "name" {
  description = "First part of the name of everything: buckets, aliases of keys, roles."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{2,20}$", var.name))
    error_message = "Three to 21 lower-case letters, digits and hyphens."
  }
}

variable "region" {
  description = "Region of buckets and keys."
  type        = string
}

variable "account_id" {
  description = "Account that holds the evidence."
  type        = string

  validation {
    condition     = can(regex("^[0-9]{12}$", var.account_id))
    error_message = "Twelve digits."
  }
}

variable "logs_account_id" {
  description = "Second account, which holds the log files of CloudTrail. Nobody who administers the first one may administer it."
  type        = string

  validation {
    condition     = can(regex("^[0-9]{12}$", var.logs_account_id))
    error_message = "Twelve digits."
  }

  # In the same one whoever changes evidence could change the log of it.
  validation {
    condition     = var.logs_account_id != var.account_id
    error_message = "Another account than account_id."
  }
}

variable "logs_profile" {
  description = "AWS profile with which the second account is reached."
  type        = string
}

variable "retention_days" {
  description = "Days for which each object is locked in COMPLIANCE mode. Not below the longest retention_years of the registry, a year being 365 days."
  type        = number
  default     = 2555

  validation {
    condition     = var.retention_days >= 1 && var.retention_days <= 36500 && floor(var.retention_days) == var.retention_days
    error_message = "A whole number of days from 1 to 36,500; left out, 2,555: 7 years of 365 days."
  }
}

variable "most_retention_days" {
  description = "Days beyond which nobody may lengthen a lock: without a limit somebody could make storage cost for a hundred years."
  type        = number
  default     = 5475

  validation {
    condition     = var.most_retention_days >= var.retention_days
    error_message = "At least retention_days."
  }
}

variable "log_key_spec" {
  description = "Of the KMS key that signs checkpoints: P-256, or Ed25519 where the region and the provider know it. A key keeps its spec for ever."
  type        = string
  default     = "ECC_NIST_P256"

  validation {
    condition     = contains(["ECC_NIST_P256", "ECC_NIST_EDWARDS25519"], var.log_key_spec)
    error_message = "ECC_NIST_P256 or ECC_NIST_EDWARDS25519: a checkpoint has no signature of another kind."
  }
}

variable "token_audience" {
  description = "For whom GitHub's tokens have to be, which is role-audience of the actions. Never AWS's public audience: any step of a job may ask for that."
  type        = string
  default     = "proofrail:ledger"

  validation {
    condition     = can(regex("^[A-Za-z0-9][A-Za-z0-9_:./-]{0,254}$", var.token_audience)) && !can(regex("^(https://)?sts[.]|^proofrail:v1:", var.token_audience))
    error_message = "An audience of the ledger's own; neither AWS's public one nor that of receipts."
  }
}

variable "oidc_provider_arn" {
  description = "GitHub's OIDC provider where the account has one already; null makes it."
  type        = string
  default     = null
}

variable "repositories" {
  description = "Repositories that write evidence, by a short name of your own that becomes part of the names of their roles."
  type = map(object({
    owner                = string
    owner_id             = string
    name                 = string
    id                   = string
    branch               = string
    workflows            = list(string)
    environment          = optional(string)
    deployment_workflows = optional(list(string), [])
    source_streams       = optional(list(string), [])
  }))

  validation {
    condition = alltrue([
      for one in values(var.repositories) :
      can(regex("^[1-9][0-9]{0,19}$", one.id)) && can(regex("^[1-9][0-9]{0,19}$", one.owner_id))
    ])
    error_message = "id and owner_id are GitHub's numbers, not names."
  }

  # NAME-KEY-pr-writer of one would be NAME-KEY-writer of another: the role of pull requests would sign as a protected branch.
  validation {
    condition = alltrue([
      for key in keys(var.repositories) : can(regex("^[a-z0-9][a-z0-9-]{0,20}$", key)) && !endswith(key, "-pr")
    ])
    error_message = "Lower-case letters, digits and hyphens, 21 at most; it must not end in -pr, as a role of another repository might."
  }

  # A * or ? in any of these would be a pattern in the trust policy.
  validation {
    condition = alltrue(flatten([
      for one in values(var.repositories) : [
        for text in [one.owner, one.name, one.branch] : can(regex("^[A-Za-z0-9._/-]+$", text))
      ]
    ]))
    error_message = "owner, name and branch are exact: letters, digits, dots, hyphens, underscores; slashes in a branch."
  }

  validation {
    condition = alltrue([
      for one in values(var.repositories) : one.environment == null || can(regex("^[A-Za-z0-9._/ -]+$", one.environment))
    ])
    error_message = "environment is exact: letters, digits, dots, hyphens, underscores, slashes, spaces."
  }

  validation {
    condition = alltrue(flatten([
      for one in values(var.repositories) : [
        for workflow in concat(one.workflows, one.deployment_workflows) :
        can(regex("^[A-Za-z0-9._-]+/[A-Za-z0-9._-]+/[.]github/workflows/[A-Za-z0-9._-]+[.]ya?ml@(refs/(tags|heads)/[A-Za-z0-9._/-]+|[0-9a-f]{40})$", workflow))
      ]
    ]))
    error_message = "A workflow is OWNER/NAME/.github/workflows/FILE.yml@refs/tags/TAG, or @ and a whole commit id. Nothing is a pattern."
  }

  validation {
    condition     = alltrue([for one in values(var.repositories) : length(one.workflows) > 0])
    error_message = "Without a workflow nobody could write."
  }

  validation {
    condition = alltrue([
      for one in values(var.repositories) :
      one.environment == null || length(one.source_streams) == 0 || length(one.deployment_workflows) > 0
    ])
    error_message = "Without deployment_workflows nobody could read what allows a deployment."
  }

  validation {
    condition = alltrue([
      for one in values(var.repositories) : length(one.source_streams) <= 5 && alltrue([
        for stream in one.source_streams : can(regex("^[1-9][0-9]{0,19}$", stream))
      ])
    ])
    error_message = "At most five source streams (the policies of one role hold 10,240 characters), each the id of a repository. What pull requests wrote proves nothing."
  }
}

variable "services" {
  description = "Repository whose scheduled workflows seal and verify, and the workflow files that do."
  type = object({
    owner              = string
    owner_id           = string
    name               = string
    id                 = string
    branch             = string
    sealer_workflows   = list(string)
    verifier_workflows = list(string)
    keeper_workflows   = optional(list(string), [])
  })

  validation {
    condition     = can(regex("^[1-9][0-9]{0,19}$", var.services.id)) && can(regex("^[1-9][0-9]{0,19}$", var.services.owner_id))
    error_message = "id and owner_id are GitHub's numbers, not names."
  }

  validation {
    condition = alltrue([
      for text in [var.services.owner, var.services.name, var.services.branch] : can(regex("^[A-Za-z0-9._/-]+$", text))
    ])
    error_message = "owner, name and branch are exact: letters, digits, dots, hyphens, underscores; slashes in a branch."
  }

  validation {
    condition = alltrue([
      for workflow in concat(var.services.sealer_workflows, var.services.verifier_workflows, var.services.keeper_workflows) :
      can(regex("^[A-Za-z0-9._-]+/[A-Za-z0-9._-]+/[.]github/workflows/[A-Za-z0-9._-]+[.]ya?ml@(refs/(tags|heads)/[A-Za-z0-9._/-]+|[0-9a-f]{40})$", workflow))
    ])
    error_message = "A workflow is OWNER/NAME/.github/workflows/FILE.yml@refs/tags/TAG, or @ and a whole commit id. Nothing is a pattern."
  }

  validation {
    condition     = length(var.services.sealer_workflows) > 0 && length(var.services.verifier_workflows) > 0
    error_message = "Without a workflow nobody could seal, or verify."
  }

  # Who writes and seals could put in order anew what nobody has sealed yet.
  validation {
    condition     = !contains([for one in values(var.repositories) : one.id], var.services.id)
    error_message = "A repository of its own: one that writes evidence must not seal it."
  }
}

variable "people" {
  description = "ARNs of users, with a second factor, or of permission sets of IAM Identity Center (role/aws-reserved/sso.amazonaws.com/...), which asks for its own, that may take each role which only people have."
  type = object({
    auditor        = list(string)
    infrastructure = list(string)
    eraser         = list(string)
  })

  validation {
    condition     = alltrue([for arn in flatten(values(var.people)) : can(regex("^arn:aws:iam::[0-9]{12}:(role|user)/[A-Za-z0-9_+=,.@/-]+$", arn))])
    error_message = "ARNs of roles or users: no account as a whole, no pattern."
  }

  validation {
    condition     = alltrue([for arns in values(var.people) : length(arns) > 0])
    error_message = "Name somebody for each of the three roles: a policy that trusts nobody is none."
  }
}
