variable "name" {
  description = "First part of the names of roles."
  type        = string
}

variable "provider_arn" {
  description = "GitHub's OIDC provider."
  type        = string
}

variable "audience" {
  description = "For whom GitHub's tokens have to be."
  type        = string
}

variable "names" {
  description = "Account, region, buckets and keys, as the policies name them."
  type        = map(string)
}

variable "repositories" {
  description = "As in the root module, which checks them."
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
}

variable "services" {
  description = "As in the root module."
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
}

variable "people" {
  description = "As in the root module."
  type        = map(list(string))
}
