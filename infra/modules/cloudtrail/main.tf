resource "aws_cloudtrail" "this" {
  name                          = var.name
  s3_bucket_name                = var.trail_bucket
  is_multi_region_trail         = true
  include_global_service_events = true
  enable_log_file_validation    = true

  # Keys, bucket policies, versions, locks, roles.
  advanced_event_selector {
    name = "Management events"

    field_selector {
      field  = "eventCategory"
      equals = ["Management"]
    }
  }

  advanced_event_selector {
    name = "Objects of the ledger, of identities and of attachments"

    field_selector {
      field  = "eventCategory"
      equals = ["Data"]
    }

    field_selector {
      field  = "resources.type"
      equals = ["AWS::S3::Object"]
    }

    field_selector {
      field       = "resources.ARN"
      starts_with = [for arn in var.buckets : "${arn}/"]
    }
  }
}
