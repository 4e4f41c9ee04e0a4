const {createHash:io}=process.getBuiltinModule("node:crypto");import{a as qe,b as Ie}from"./chunk-2BXGWYMX.js";import{$ma as Te,$mb as _e,$mc as Ae,$me as Ne}from"./chunk-verify.js";import{$3a as Ee}from"./chunk-verify.js";import"./chunk-verify.js";import{$sa as De}from"./chunk-verify.js";import"./chunk-verify.js";import{$la as Pe,$lb as Oe,$lc as Ce}from"./chunk-verify.js";import"./chunk-verify.js";import"./chunk-verify.js";import{a as Re}from"./chunk-EE6ROOHZ.js";import{$1a as ke}from"./chunk-cli-and-verify.js";import{$ea as ve}from"./chunk-gate-and-evidence-and-verify-and-threads.js";import{$na as ye}from"./chunk-gate-and-evidence-and-cli.js";import{$7a as ge}from"./chunk-evidence.js";import{$da as he}from"./chunk-gate-and-evidence-and-cli.js";import"./chunk-gate-and-evidence-and-cli.js";import"./chunk-gate-and-evidence-and-verify-and-threads.js";import{$aa as F}from"./chunk-gate-and-evidence-and-cli.js";import"./chunk-gate-and-evidence-and-cli.js";import"./chunk-gate-and-evidence-and-cli.js";import{$8b as we}from"./chunk-evidence.js";import"./chunk-evidence.js";import"./chunk-evidence-and-verify-and-threads.js";import"./chunk-evidence-and-verify-and-threads.js";import"./chunk-evidence-and-verify-and-threads.js";import"./chunk-evidence-and-verify-and-threads.js";import"./chunk-of-all.js";import"./chunk-of-all.js";import{$xa as pe}from"./chunk-gate-and-evidence.js";import"./chunk-gate-and-evidence.js";import"./chunk-gate-and-evidence-and-verify-and-threads.js";import"./chunk-gate-and-evidence-and-verify-and-threads.js";import"./chunk-gate-and-evidence-and-verify-and-threads.js";import"./chunk-gate-and-evidence-and-verify-and-threads.js";import"./chunk-gate-and-evidence.js";import"./chunk-gate-and-evidence-and-cli.js";import"./chunk-of-all.js";import{$3b as P}from"./chunk-gate-and-evidence-and-cli.js";import"./chunk-cli-and-verify.js";import"./chunk-cli-and-verify.js";import"./chunk-cli-and-verify.js";import{$7b as $e}from"./chunk-cli-and-verify.js";import"./chunk-of-all.js";import"./chunk-of-all.js";import"./chunk-of-all.js";import"./chunk-of-all.js";import"./chunk-evidence-and-verify-and-threads.js";import"./chunk-evidence-and-verify-and-threads.js";import"./chunk-evidence-and-verify-and-threads.js";import{$1a as Se,$1b as Me}from"./chunk-threads.js";import{$dc as xe}from"./chunk-evidence-and-verify-and-threads.js";import"./chunk-evidence-and-verify-and-threads.js";import{$6b as fe}from"./chunk-of-all.js";import"./chunk-evidence-and-verify-and-threads.js";import"./chunk-evidence-and-verify-and-threads.js";import"./chunk-evidence-and-verify-and-threads.js";import"./chunk-evidence-and-verify-and-threads.js";import{$5a as be}from"./chunk-evidence-and-verify-and-threads.js";import"./chunk-evidence-and-verify-and-threads.js";import"./chunk-evidence-and-verify-and-threads.js";import"./chunk-gate-and-evidence-and-verify-and-threads.js";import"./chunk-gate-and-evidence-and-verify-and-threads.js";import"./chunk-gate-and-evidence-and-verify-and-threads.js";import"./chunk-gate-and-evidence-and-verify-and-threads.js";import"./chunk-gate-and-evidence-and-verify-and-threads.js";import"./chunk-gate-and-evidence-and-verify-and-threads.js";import"./chunk-gate-and-evidence-and-verify-and-threads.js";import"./chunk-gate-and-evidence-and-verify-and-threads.js";import{$5c as L}from"./chunk-of-all.js";import"./chunk-of-all.js";import{$4p as me,$4q as ue}from"./chunk-gate-and-evidence-and-verify-and-threads.js";import"./chunk-gate-and-evidence-and-verify-and-threads.js";import"./chunk-of-all.js";import"./chunk-of-all.js";import"./chunk-of-all.js";import"./chunk-of-all.js";import{$0a as E}from"./chunk-of-all.js";import"./chunk-gate-and-evidence-and-verify-and-threads.js";import"./chunk-gate-and-evidence-and-verify-and-threads.js";import{$3a as j,$3e as ce}from"./chunk-of-all.js";import{$ha as le,$hb as de}from"./chunk-of-all.js";import"./chunk-of-all.js";function W({signedBy:e,byRunKey:r,platform:t}){return{signature:e.length===0?{kind:"unchecked"}:{kind:r?"run":"lasting",keys:e},platform:Vr(t)}}function Vr(e){switch(e.kind){case"none":return{kind:"none"};case"verified":{let{claims:r}=e;return{kind:"verified",repository:r.repository_id,workflow:r.job_workflow_ref,workflowCommit:r.job_workflow_sha,event:r.event_name,runner:r.runner_environment,run:r.run_id,attempt:r.run_attempt}}case"countersigned":{let{claims:r}=e;return{kind:"countersigned",repository:r.repository_id,workflowCommit:r.job_workflow_sha,event:r.event_name,runner:r.runner_environment,run:r.run_id,attempt:r.run_attempt}}case"unverified":case"absent":case"wrong":case"unreadable":return{kind:"unverified",why:Se(e)}}}function w(e){return r=>r.record.kind===e}function b({placed:e,record:r}){return r.kind==="unrecognised"?e.storedAt:Date.parse(r.evidence.event_time)}function T({placed:e,slotDigest:r}){let{stream:t,name:o,digest:n,slot:a,position:s}=e,{signature:l,platform:d}=W(e);return{record:n,key:me(t,o),stream:t,slot:a,position:s,slotDigest:r,signature:l,platform:d}}function Be(e){let{record:r}=e;return r.kind==="unrecognised"?{kind:`not recognised: ${r.predicateType}`,at:b(e),outcome:null,proof:T(e)}:{kind:r.kind,at:b(e),outcome:zr[r.evidence.outcome],proof:T(e)}}var zr={pass:"passed",fail:"failed",error:"ended in an error",skipped:"skipped",bypassed:"bypassed",n_a:"nothing was judged"};function je(e){return e.flatMap(({change:t,evidence:o})=>o.filter(w("change.approval")).flatMap(({record:n})=>n.details.approvals.map(({id:a,roles:s,state:l,at:d,commit:c,counted:p})=>({person:a,roles:s,state:`${Ur[l]}${l==="approved"&&!p?", did not count":""}`,counted:p,at:Date.parse(d),commit:c,change:{title:t.title,anchor:t.anchor}})))).sort((t,o)=>t.at-o.at)}var Ur={approved:"approved",changes_requested:"asked for changes",commented:"commented",dismissed:"dismissed",pending:"not submitted"};function _(e,r){let t=new Map;for(let o of e){let n=r(o),a=t.get(n);a===void 0?t.set(n,[o]):a.push(o)}return t}function Le(e){let r=new Set(e.filter(w("policy.decision")).flatMap(J)),t=e.flatMap((n,a)=>Hr(n).map(s=>({tie:s,entry:n,index:a}))),o=_(t,({tie:n})=>n);return n=>{let a=Yr(n).flatMap(l=>o.get(l)??[]);return[...new Map(a.map(({entry:l,index:d})=>[d,l]))].sort(([l],[d])=>l-d).flatMap(([,l])=>Gr(l,n,r)?[l]:[])}}function Hr({placed:e,record:r}){if(r.kind==="unrecognised"||r.kind==="policy.decision")return[e.digest];let t=r.kind==="sbom"?r.details.built_from?.commit:void 0,o=r.kind==="deployment"||r.kind==="change.merged"?r.details.decision:null;return[e.digest,...t===void 0?[]:[t],...o===null?[]:[`of ${o}`],Fe(r)]}function Yr(e){let{placed:r,record:t}=e,{head:o,landed:n}=t.details.subject;return[r.digest,`of ${r.digest}`,...J(e),o,...n===null?[]:[n],Fe(t)]}var Fe=({evidence:e})=>`run ${e.run_id} ${e.run_attempt}`,J=({record:e})=>e.evidence.related.filter(({rel:r})=>r==="fact").map(({digest:r})=>r);function Gr({placed:e,record:r},t,o){let{placed:n,record:a}=t;if(e.digest===n.digest)return!0;if(r.kind==="unrecognised"||e.stream!==n.stream||r.kind==="policy.decision")return!1;if(o.has(e.digest))return J(t).includes(e.digest);let{head:s,landed:l}=a.details.subject;if(r.kind==="sbom"&&[s,l].includes(r.details.built_from?.commit??""))return a.details.decision==="allow";if((r.kind==="deployment"||r.kind==="change.merged")&&r.details.decision===n.digest)return!0;let{run_id:d,run_attempt:c}=r.evidence;return d!==null&&d===a.evidence.run_id&&c===a.evidence.run_attempt}var We={pull_request:"Pull request",merge_group:"Merge group",push:"Push",deployment:"Deployment"};function Ke(e){let r=_(e,Jr);return new Map([...r.values()].flatMap(t=>t.map((o,n)=>[o,Xr(o,n,t.length)])))}function Jr({record:e}){let{kind:r,repository:t,number:o,head:n}=e.details.subject;return JSON.stringify([r,t,o??n])}function Xr({record:e},r,t){let{kind:o,number:n}=e.details.subject,a=n===null?We[o]:`${We[o]} ${n}`;return t<2?a:`${a}, decision ${r+1} of ${t}`}var O=({sha256:e,length:r})=>`[text ${ce(e).slice(0,12)}, ${r} bytes]`;function Ve({environment:e}){if(e===null)return null;let{name:r,approvals:t}=e;return{name:typeof r=="string"?r:O(r),requiredReviewers:e.required_reviewers,preventSelfReview:e.prevent_self_review,adminsBypass:e.admins_bypass,waitMinutes:e.wait_minutes,branches:e.branches,approvals:t.known?L(t.value.map(Zr)):t,decision:e.decision,deployer:e.deployer,triggeredBy:e.triggered_by}}var Zr=({id:e,state:r,not_before:t,not_after:o})=>({person:e,state:r,after:Date.parse(t),before:Date.parse(o)});function ze(e,r){return Object.fromEntries(Object.entries(e).map(([t,o])=>[t,Qr(o,r)]))}function Qr(e,r){return typeof e=="string"?r.get(e)??e:typeof e=="boolean"?e?"yes":"no":typeof e!="object"?e:O(e)}function He(e){let r=e.find(w("change.approval"));if(r===void 0)return null;let{approvals:t,required:o,threads:n,tickets:a,checks:s}=r.record.details;return{counted:t.filter(({counted:l})=>l).length,asked:{minimum:o.minimum,roles:o.roles},class:o.class,elevated:o.elevated,threads:n,tickets:Ue(a,l=>l.map(O)),checks:Ue(s,l=>l.map(({name:d,app_id:c,workflow:p,commit:m,conclusion:h,attempt:S})=>({name:O(d),app:c,workflow:p===null?null:O(p),commit:m,conclusion:h,attempt:S})))}}var Ue=(e,r)=>e.known?L(r(e.value)):e;function Ge(e,r,t){let o=e.filter(w("policy.decision")),n=Ke(o),a=Le(r);return o.map((s,l)=>{let d=a(s),c=et(s,{anchor:`change-${l+1}`,title:n.get(s)??""},d,t);return{decided:s,evidence:d,change:c}})}function et(e,r,t,o){let{details:n,evidence:a}=e.record;return{...r,commit:n.subject.head,base:n.subject.base,decidedAt:b(e),outcome:n.provisional?"provisional":n.decision,cause:n.cause,error:n.error===null?null:n.error.code,facts:a.facts,rules:n.rules.map(s=>tt(s,e,o)).sort(rt),review:He(t),environment:Ve(n),evidence:t.map(Be),retentionYears:n.configuration.retention_years,policy:n.policy.sha256,input:n.input.sha256}}var Ye=["fail","unknown","waived","pass","not_applicable"],rt=(e,r)=>Ye.indexOf(e.status)-Ye.indexOf(r.status);function tt(e,{record:r},t){let{id:o,status:n,mode:a,exception:s,controls:l,reasons:d}=e,c=new Map(r.details.people.map(m=>[m.label,ot(m.id)])),p=r.details.waivers.find(m=>m.exception===s&&m.rule===o);return{id:o,title:t.rules.find(m=>m.id===o)?.title??"a rule of an older or newer policy",status:n,mode:a,controls:l,reasons:d.map(({code:m,params:h})=>ye(t,o,{code:m,params:ze(h,c)})),exception:s===null||p===void 0?s:`${s}, ${E(p.days_left,"day")} left`}}var ot=e=>e.replace(/^person:([0-9a-f]{12})[0-9a-f]*$/,"person $1");function Je(e,r){let t=e.flatMap(n=>n.rules.flatMap(a=>a.controls.map(s=>({id:s,rule:a}))));return[...new Set(t.map(({id:n})=>n))].filter(n=>r===null||n===r).sort(it).map(n=>{let a=t.filter(l=>l.id===n).map(({rule:l})=>l),s=l=>a.filter(d=>d.status===l).length;return{control:n,title:F(n)?.title??null,rules:[...new Set(a.map(l=>l.id))].sort(),passed:s("pass"),failed:s("fail"),waived:s("waived"),unknown:s("unknown"),notApplicable:s("not_applicable")}})}var nt=new Intl.Collator("en",{numeric:!0}),it=(e,r)=>nt.compare(e,r);function Xe(e,r){let t=new Map([...r].reverse().map(({decided:n,change:a})=>[n.placed.digest,a.anchor]));return e.flatMap(n=>w("change.merged")(n)?[at(n,t)]:w("change.bypass")(n)?[st(n)]:[]).sort((n,a)=>n.at-a.at).map((n,a)=>({...n,anchor:`landing-${a+1}`}))}function at(e,r){let{commit:t,method:o,pull_request:n,decision:a,pushed_by:s}=e.record.details;return{...Ze(e),commit:t,state:"merged",how:lt[o],pullRequest:n,change:r.get(a)??null,exception:null,pushedBy:s}}function st(e){let{commit:r,state:t,reason:o,exception:n,pull_request:a,pushed_by:s}=e.record.details;return{...Ze(e),commit:r,state:t,how:X(o),pullRequest:a,change:null,exception:n,pushedBy:s}}var Ze=e=>({at:b(e),facts:e.record.evidence.facts,proof:T(e)}),lt={"squash-or-rebase":"squashed or rebased, one commit",rebase:"rebased",merge:"merge commit","merge-group":"merge queue"},X=e=>dt.get(e)??`${e}, a reason of another version`,dt=new Map(Object.entries({...qe,...Ie}));function Qe(e,r){let t=new Map([...r].reverse().map(({proof:o,anchor:n})=>[o.record,n]));return e.filter(w("change.bypass")).map(o=>ct(o,t.get(o.placed.digest)??null))}function ct(e,r){let{evidence:t,details:o}=e.record,{commit:n,reason:a,state:s,exception:l,pull_request:d,pushed_by:c}=o,p=d===null?`Commit ${n.slice(0,12)}`:`Pull request ${d}`;return{kind:s==="excepted"?"exception-used":"bypass",title:s==="excepted"?`${l} covers a bypass: ${p}`:`${p} ${pt[s]}`,details:[`${a}: ${X(a)}`,`commit ${n}, tree ${o.tree}`,...o.expected_tree===null?[]:[`expected tree ${o.expected_tree}`],...c===null?[]:[`pushed by ${c}`]],at:b(e),controls:t.control_refs.map(m=>m.slice(m.indexOf("/")+1)),anchor:r}}var pt={bypass:"reached a protected branch past the gate",unverified:"could not be verified after it landed"};function er(e,r,t){let o=ut(r);return e.filter(w("run.intent")).flatMap(n=>mt(n,o,t))}function mt(e,r,t){let{run:o,attempt:n,head:a,expected_kinds:s,deadline:l}=e.record.details;if(Date.parse(l)>t)return[];let d=r.get(rr(o,n)),c=Me(s).filter(p=>d?.has(p)!==!0);return c.length===0?[]:[{kind:"missing-result",title:`Run ${o}, attempt ${n}, announced what it never wrote`,details:[`missing: ${c.join(", ")}`,`commit ${a}`],at:b(e),controls:[],anchor:null}]}function ut(e){let r=new Map;for(let{record:t}of e){if(t.kind==="unrecognised"||t.evidence.run_id===null)continue;let o=rr(t.evidence.run_id,t.evidence.run_attempt);r.set(o,(r.get(o)??new Set).add(t.kind))}return r}var rr=(e,r)=>`${e} ${r}`;function tr(e){let r=e.filter(({platform:{kind:o}})=>o!=="verified"&&o!=="countersigned");if(r.length===0||r.length===e.length)return[];let t=r.reduce((o,{records:n})=>o+n,0);return[{kind:"unsigned-by-platform",title:`${t} ${t===1?"record is":"records are"} unsigned by the platform, beside others that it vouches for`,details:r.map(({platform:o,records:n})=>`${n}: ${o.kind==="unverified"?o.why:ft}`),at:null,controls:[],anchor:"writers"}]}var ft="the record says itself that no platform vouches for it";var gt=["verification","bypass","error","denied","deployment","exception-expired","missing-result","exception-used","warned","unsigned-by-platform","unrecognised","facts-given"];function or({verification:e,changes:r,landings:t,writers:o,shown:n,all:a,until:s}){let{shown:l,more:d}=Te(e.findings.filter(ht)),c=[...l.map(yt),...d.map(vt),...Qe(n,t),...r.flatMap(bt),...n.filter(w("deployment")).flatMap(wt),...er(n,a,s),...tr(o),...kt(n),...$t(n)],p=m=>gt.indexOf(m.kind);return c.sort((m,h)=>p(m)-p(h)||(m.at??1/0)-(h.at??1/0))}var ht=({kind:e})=>e!=="pending"&&e!=="duplicate"&&e!=="unanswered";function yt(e){let{kind:r,key:t,detail:o,acknowledged:n}=e;return{kind:"verification",title:`${r}: ${De(e)}`,details:[o,t,...n===null?[]:[`acknowledged: ${n.reason}`]],at:null,controls:[],anchor:null}}var vt=({kind:e,code:r,count:t})=>({kind:"verification",title:`${e}: ${t} more of ${r}`,details:['"proofrail verify --json" lists every one'],at:null,controls:[],anchor:null,standsFor:t});function bt({change:e,decided:r}){let t={at:e.decidedAt,anchor:e.anchor},o=e.rules.filter(({status:l})=>P(l)),n=o.filter(({mode:l})=>l==="enforce"),a=o.filter(({mode:l})=>l!=="enforce"),s=e.rules.filter(({id:l,status:d})=>l==="exceptions.validity"&&d==="fail");return[...e.outcome==="deny"?[{...t,kind:e.cause==="error"?"error":"denied",title:e.title,...Z(n,e.error)}]:[],...s.length===0?[]:[{...t,kind:"exception-expired",title:`${e.title}: an exception did not hold`,...Z(s)}],...a.length===0?[]:[{...t,kind:"warned",title:`${e.title}: failed, and did not stand in the way`,...Z(a)}],...r.record.details.waivers.map(({exception:l,rule:d,days_left:c})=>({...t,kind:"exception-used",title:`${l} waives ${d}`,details:[`used for ${e.title}; ${c} ${c===1?"day was":"days were"} left`],controls:e.rules.find(({id:p})=>p===d)?.controls??[]}))]}function Z(e,r=null){return{details:[...r===null?[]:[r],...e.flatMap(({id:t,status:o,reasons:n})=>(n.length===0?[o]:n).map(a=>`${t}: ${a}`))],controls:[...new Set(e.flatMap(({controls:t})=>t))]}}function wt(e){let{environment:r,digest:t,status:o}=e.record.details;return o!=="refused"&&o!=="failed"&&o!=="cancelled"?[]:[{kind:o==="refused"?"denied":"deployment",title:`Deployment to ${r} ${o}`,details:[t],at:b(e),controls:[],anchor:null}]}function kt(e){let r=e.filter(w("unrecognised"));if(r.length===0)return[];let t=[...new Set(r.map(({record:n})=>n.predicateType))];return[{kind:"unrecognised",title:`${r.length} ${r.length===1?"record":"records"} of a kind that this version cannot read`,details:t,at:null,controls:[],anchor:null}]}function $t(e){let r=e.filter(({record:o})=>o.kind!=="unrecognised"&&o.evidence.facts==="given").length;return r===0?[]:[{kind:"facts-given",title:`${r} ${r===1?"record rests":"records rest"} on facts that were handed over in a file`,details:["facts given, not read: nobody asked the platform itself whether they are true"],at:null,controls:[],anchor:null}]}var Rt="artifact",xt={cyclonedx:"CycloneDX",spdx:"SPDX"};function nr(e,r){let t=_(e.filter(w("sbom")),({record:s})=>s.details.artifact),o=e.filter(w("deployment")).sort((s,l)=>b(s)-b(l)),n=_(o,({record:s})=>s.details.digest),a=Mt(r);return[...new Set([...t.keys(),...n.keys()])].map((s,l)=>{let d=t.get(s)??[],c=n.get(s)??[],p=[...d,...c].flatMap(({record:m})=>m.subject.flatMap(({name:h})=>h===void 0||h===Rt?[]:[h]));return{anchor:`image-${l+1}`,digest:s,names:[...new Set(p)],sboms:d.map(m=>{let{format:h,format_version:S,component_count:D,document:N}=m.record.details;return{format:`${xt[h]} ${S}`,components:D,document:N,at:b(m),proof:T(m)}}),commits:St(d,a),deployments:c.map(m=>{let{environment:h,status:S}=m.record.details;return{environment:h,outcome:S,at:b(m),proof:T(m)}})}})}function St(e,r){return[...new Map(e.flatMap(({record:o})=>o.details.built_from===null?[]:[[o.details.built_from.commit,o.details.built_from.claimed_by]]))].map(([o,n])=>({commit:o,saidBy:`claimed by ${n}`,change:r.get(o)??null}))}function Mt(e){return new Map(e.flatMap(({change:r,decided:t})=>{let{head:o,landed:n}=t.record.details.subject;return r.outcome!=="allow"?[]:[o,n].flatMap(a=>a===null?[]:[[a,r.anchor]])}))}function sr(e){let r=new Map;for(let t of e){let{signature:o,platform:n}=W(t.placed),a={platform:Ot(n),signature:o.kind},s=JSON.stringify(a),l=r.get(s)??{...a,runs:[],records:0},d=Ct(t,n);d!==null&&!l.runs.includes(d)&&l.runs.push(d),l.records+=1,r.set(s,l)}return[...r.values()].sort((t,o)=>ir(t)-ir(o)||o.records-t.records)}var Pt=["verified","countersigned","unverified","none"],ir=({platform:e})=>Pt.indexOf(e.kind);function Ot(e){if(e.kind==="countersigned"){let{kind:l,repository:d,workflowCommit:c,event:p,runner:m}=e;return{kind:l,repository:d,workflowCommit:c,event:p,runner:m}}if(e.kind!=="verified")return e;let{kind:r,repository:t,workflow:o,workflowCommit:n,event:a,runner:s}=e;return{kind:r,repository:t,workflow:o,workflowCommit:n,event:a,runner:s}}function Ct({record:e},r){return r.kind==="verified"||r.kind==="countersigned"?ar(r):e.kind==="unrecognised"||e.evidence.run_id===null?null:ar({run:e.evidence.run_id,attempt:String(e.evidence.run_attempt??1)})}var ar=({run:e,attempt:r})=>r==="1"?e:`${e}, attempt ${r}`;function cr(e,r,t,{control:o,stream:n,from:a,to:s}={},l={locked:null,again:[]}){let d=e.filter(v=>b(v)>=(a??-1/0)&&b(v)<(s??1/0)),c=Ge(d,e,t),p=o===void 0?c:c.flatMap(v=>Dt(v,o)),m=new Set(p.flatMap(({evidence:v})=>v.map(({placed:B})=>B.digest))),h=o===void 0?d:d.filter(v=>Et(v,o,m)),S=h.map(b),D=je(p),N=Xe(h,p),G=sr(h),Fr={ledger:r.ledger,assurance:r.assurance,streams:r.streams.map(({stream:v})=>v),control:o??null,stream:n??null,asked:{from:a??null,to:s??null},covered:S.length===0?null:{from:S.reduce(Tt),to:S.reduce(dr)},recordsShown:h.length,recordsInLedger:e.length,facts:{read:lr(h,"read"),given:lr(h,"given")},notRetained:[...new Set(h.flatMap(({record:v})=>ge(v)??[]))],vouchedFor:G.reduce((v,{platform:B,records:Kr})=>v+(B.kind==="verified"||B.kind==="countersigned"?Kr:0),0)},Wr=Math.min(s??1/0,e.map(b).reduce(dr,0));return{scope:Fr,verification:{...Nt(r),...l},deviations:or({verification:r,changes:p,landings:N,writers:G,shown:h,all:e,until:Wr}),changes:p.map(({change:v})=>v),landings:N,images:nr(h,p),approvals:D,coverage:Je(p.map(({change:v})=>v),o??null),writers:G,people:new Set(D.filter(({counted:v})=>v).map(({person:v})=>v)).size}}function Dt(e,r){let t=e.change.rules.filter(({controls:o})=>o.includes(r));return t.length===0&&e.change.cause==="rules"?[]:[{...e,change:{...e.change,rules:t}}]}function Et({placed:e,record:r},t,o){return o.has(e.digest)?!0:r.kind!=="unrecognised"&&r.evidence.control_refs.some(n=>n.endsWith(`/${t}`))}var lr=(e,r)=>e.filter(({record:t})=>t.kind!=="unrecognised"&&t.evidence.facts===r).length,Tt=(e,r)=>Math.min(e,r),dr=(e,r)=>Math.max(e,r),_t={allow:"verified",deny:"tampered",invalid:"nothing-checked",unavailable:"unavailable",tampered:"tampered"};function At({outcome:e,trust:r,findings:t}){return e==="allow"&&r.kind==="none"?"consistent":e==="tampered"&&_e(t)?"short":_t[e]}function Nt(e){let{trust:r,receipts:t,order:o,streams:n}=e;return{outcome:At(e),trusted:r.kind!=="none",receipts:t,trust:xe(r),order:o,streams:n.map(a=>({stream:a.stream,slots:a.slots,records:a.verified+a.consistent,newest:a.newest===null?null:Date.parse(a.newest),states:be.filter(s=>a[s]>0).map(s=>`${a[s]} ${s}`)}))}}var q=e=>e.reduce((r,{standsFor:t=1})=>r+t,0);function pr(e){return e.replace(qt,r=>It[r]??`\\u{${(r.codePointAt(0)??0).toString(16)}}`)}var qt=/[&<>"'`]|[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu,It={"&":"&amp;","<":"&lt;",">":"&gt;",'"':"&quot;","'":"&#39;","`":"&#96;"};var I=class{text;constructor(r){this.text=r}};function i(e,...r){return new I(e.reduce((t,o,n)=>t+mr(r[n-1]??null)+o))}function mr(e){return e===null?"":e instanceof I?e.text:typeof e=="object"?e.map(mr).join(""):pr(String(e))}var k=e=>i`<code class="whole">${e}</code>`;function $(e){let r=e.slice(e.indexOf(":")+1);return r.length<=12?i`<code>${r}</code>`:i`<code title="${e}">${r.slice(0,12)}</code>`}var C=e=>e.startsWith("person:")?$(e):i`<code>${e}</code>`;function R(e,r,t){return i`<table role="table">
    <caption>
      ${e}
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        ${r.map(o=>i`<th role="columnheader" scope="col" ${Q(o)}>${o.head}</th>`)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${t.map(o=>i`<tr role="row">
            ${r.map(n=>Bt(n,o))}
          </tr> `)}
    </tbody>
  </table>`}function Bt(e,r){let t=e.head,o=i`<span class="value">${e.cell(r)}</span>`;return e.names===!0?i`<th role="rowheader" scope="row" data-label="${t}" ${Q(e)}>${o}</th>`:i`<td role="cell" data-label="${t}" ${Q(e)}>${o}</td>`}var Q=e=>e.numeric===!0?i` class="number"`:null;function y(e){return i`<time datetime="${new Date(e).toISOString()}">${ve(e)}</time>`}function x({id:e,title:r,lead:t,body:o}){return i`<section id="${e}" aria-labelledby="${e}-title">
    <h2 id="${e}-title">${r}</h2>
    <p class="lead">${t}</p>
    ${o}
  </section> `}function ur({approvals:e}){return x({id:"approvals",title:"Approvals",lead:e.length===0?"No approval is among the records shown.":'People appear under keyed pseudonyms: the same one is the same person within this ledger. Names are resolved outside it, for sampled rows only: "proofrail person show" takes what stands here.',body:e.length===0?null:R("Approvals, in order of time",jt,e)})}var jt=[{head:"Person",names:!0,cell:e=>C(e.person)},{head:"Roles then",cell:e=>e.roles.length===0?"none":e.roles.join(", ")},{head:"Review",cell:e=>e.state},{head:"Time",cell:e=>y(e.at)},{head:"On commit",cell:e=>e.commit===null?"not stated":$(e.commit)},{head:"Change",cell:e=>e.change.anchor===null?e.change.title:i`<a href="#${e.change.anchor}">${e.change.title}</a>`}];function f(e,r,t=`${r}s`){return`${e===0?"no":e.toLocaleString("en-GB")} ${e===1?r:t}`}var u=(e,r)=>i`<div>
    <dt>${e}</dt>
    <dd>${r}</dd>
  </div>`;var M=(e,r)=>e.known?r(e.value):i`<span class="absent">not known: ${Lt[e.why]}</span>`,Lt={absent:"there was nothing to read",forbidden:"the token was not allowed to read it",truncated:"the platform did not give all of it",moved:"it changed while it was read",producer:"it is not known who made it",pending:"it had not come yet",stale:"it was about something older",unusable:"what was read could not be used"};function fr(e){let{name:r,approvals:t}=e;return i`<details>
    <summary>Environment: ${r}</summary>
    <dl class="facts">
      ${u("Reviewers",M(e.requiredReviewers,o=>`${f(o,"reviewer")} required`))}
      ${u("Self-review",M(e.preventSelfReview,o=>o?"prevented":"possible"))}
      ${u("Admins",M(e.adminsBypass,o=>o?"can bypass the protection":"cannot bypass the protection"))}
      ${u("Waiting",M(e.waitMinutes,o=>f(o,"minute")))}
      ${u("Branches",M(e.branches,o=>Ft[o]??o))}
      ${u("Gate before",M(e.decision,({conclusion:o,commit:n,run:a})=>i`${o} on ${$(n)}, run ${a}`))}
      ${u("Deployer",M(e.deployer,C))}
      ${u("Started by",M(e.triggeredBy,C))}
      ${u("Approvals",M(t,Wt))}
    </dl>
  </details>`}var Ft={protected:"protected branches only",custom:"branches by a list of its own",all:"every branch may deploy"},Wt=e=>e.length===0?i`<span class="absent">none</span>`:e.map(({person:r,state:t,after:o,before:n})=>i`<p>
            ${C(r)} ${t}, between ${y(o)} and ${y(n)}
            <span class="quiet">derived: the platform gives no time</span>
          </p>`);var Kt={good:"\u2713",bad:"\u2715",caution:"\u25B2",quiet:"\u2013"};function g(e,r){return i`<span class="mark ${e}"><span class="shape" aria-hidden="true">${Kt[e]}</span>${r}</span>`}function K({outcome:e,cause:r}){switch(e){case"allow":return g("good","Allowed");case"provisional":return g("caution","Provisional");case"deny":return g("bad",r==="error"?"Denied: the engine failed":"Denied")}}function gr(e){let r=e.map((t,o)=>({change:t,number:o+1}));return R(`Population: ${f(e.length,"decision")}, oldest first`,Vt,r)}var Vt=[{head:"No.",numeric:!0,cell:({number:e})=>e},{head:"Decided",cell:({change:e})=>y(e.decidedAt)},{head:"Change",names:!0,cell:({change:e})=>i`<a href="#${e.anchor}">${e.title}</a>`},{head:"Commit",cell:({change:e})=>$(e.commit)},{head:"Outcome",cell:({change:e})=>K(e)},{head:"Rules broken",numeric:!0,cell:({change:e})=>zt(e)}],zt=({rules:e})=>e.filter(({status:r})=>P(r)).length;var ee="unsigned by the platform";function hr(e){switch(e.kind){case"verified":return i`repository ${e.repository}, run ${e.run}, attempt ${e.attempt}, ${e.event}, ${e.runner}<br />${k(e.workflow)}`;case"countersigned":return i`repository ${e.repository}, run ${e.run}, attempt ${e.attempt}, ${e.event}, ${e.runner}<br /><span
          class="quiet"
          >the token is erased, countersigned by the sealer</span
        >`;case"unverified":return re(e.why);case"none":return i`<span class="absent">${ee}: the record says so itself</span>`}}var re=e=>i`${g("caution","not proven")} there is a receipt, and nothing proves it: <code>${e}</code>`;var Ut=16;function A(e){let r=`v1/segments/${e.stream}/${String(e.slot).padStart(Ut,"0")}`,t=[yr(e.key,e.record),...e.slotDigest===null?[]:[yr(r,e.slotDigest)]];return i`<dl class="proof">
    <div>
      <dt>Record</dt>
      <dd>${k(e.record)}</dd>
    </div>
    <div>
      <dt>Place</dt>
      <dd>stream ${e.stream}, slot ${e.slot}, position ${e.position}</dd>
    </div>
    ${e.slotDigest===null?null:i`<div>
            <dt>Slot digest</dt>
            <dd>${k(e.slotDigest)}</dd>
          </div>`}
    <div>
      <dt>Signed by</dt>
      <dd>${Ht(e.signature)}</dd>
    </div>
    <div>
      <dt>Platform</dt>
      <dd>${hr(e.platform)}</dd>
    </div>
    <div>
      <dt>By hand</dt>
      <dd>${t.map(o=>i`<pre><code>${o}</code></pre>`)}</dd>
    </div>
  </dl>`}function Ht(e){if(e.kind==="unchecked")return i`<span class="absent">not checked: no trust file</span>`;let r=e.keys.map(t=>k(t));return e.kind==="run"?i`${r} <span class="quiet">a key that lived for one run</span>`:r}var yr=(e,r)=>`echo "${r.slice(r.indexOf(":")+1)}  ${e}" | sha256sum --check`;function vr(e){let{threads:r,tickets:t,checks:o}=e,n=r.known&&r.value.resolved<r.value.total;return i`<details${n?" open":""}>
    <summary>Review: ${Yt(e)}</summary>
    <dl class="facts">
      ${u("Asked",`${br(e.asked)}; ${f(e.counted,"approval")} counted`)}
      ${u("Class",Gt(e))}
      ${u("Threads",M(r,Jt))}
      ${u("Tickets",M(t,Xt))}
      ${o.known&&o.value.length>0?null:u("Checks",M(o,()=>"none reported"))}
    </dl>
    ${o.known&&o.value.length>0?R("Checks of this change, and who made each",Zt,o.value):null}
  </details>`}function Yt({counted:e,threads:r,tickets:t}){return[f(e,"approval"),r.known?`${r.value.resolved} of ${f(r.value.total,"thread")} resolved`:"threads not known",t.known?f(t.value.length,"ticket"):"tickets not known"].join(", ")}var br=({minimum:e,roles:r})=>`${f(e,"approval")}${r.length===0?"":`, of which one each from ${r.join(", ")}`}`;function Gt({class:e,elevated:r}){if(e==="ordinary")return"ordinary: it leaves the gate itself alone";let t=r===null?"the registry asks for no more than of any change":`needs ${br(r)}`;return e==="elevated"?i`${g("caution","elevated")} it touches the gate itself; ${t}`:i`${g("bad","unknown")} nobody read all its files; ${t}`}function Jt({total:e,resolved:r,security:t}){let o=t===0?"":`; ${t} marked security`;return e===0?"none":`${f(e,"thread")}, ${r} resolved${o}`}var Xt=e=>e.length===0?i`<span class="absent">none linked</span>`:e.map(r=>i`<code class="rule">${r}</code>`),Zt=[{head:"Check",names:!0,cell:e=>i`<code>${e.name}</code>`},{head:"Ended in",cell:e=>e.conclusion.replaceAll("_"," ")},{head:"Made by",cell:e=>i`app
      ${e.app}${e.workflow===null?i`<br /><span class="quiet">no workflow</span>`:i`<br /><code>${e.workflow}</code>`}`},{head:"On commit",cell:e=>$(e.commit)},{head:"Attempt",numeric:!0,cell:e=>e.attempt}];function kr(e){let r=e.filter(wr),t=e.filter(o=>!wr(o));return r.length===0||t.length===0?R("What each rule answered",te,e):i`${R("Rules that failed, were unknown or were waived",te,r)}
    <details>
      <summary>The others: ${oe(t)}</summary>
      ${R("Rules that stood in nobody\u2019s way",te,t)}
    </details>`}var wr=({status:e})=>P(e)||e==="waived";function oe(e){let r=o=>e.filter(n=>n.status===o).length,t=["fail","unknown","waived","pass","not_applicable"].filter(o=>r(o)>0);return t.length===0?"no rule answered":t.map(o=>`${r(o)} ${$r[o][1]}`).join(", ")}var $r={pass:["good","passed"],fail:["bad","failed"],waived:["caution","waived"],unknown:["bad","unknown"],not_applicable:["quiet","not applicable"]},Qt={pass:"proved",fail:"no reason recorded",waived:"no reason recorded",unknown:"no reason recorded",not_applicable:"nothing in this change to judge by it"};function eo(e){let[r,t]=$r[e.status];return i`${g(r,t)}${e.mode==="enforce"?null:i` <span class="mode">${e.mode} only</span>`}`}var te=[{head:"Rule",names:!0,cell:e=>i`<code>${e.id}</code><br /><span class="quiet">${e.title}</span>`},{head:"Answer",cell:eo},{head:"Why",cell:e=>e.reasons.length===0&&e.exception===null?i`<span class="quiet">${Qt[e.status]}</span>`:i`${e.reasons.map(r=>i`<span class="reason">${r}</span>`)}${e.exception===null?null:i`<span class="reason">exception ${e.exception}</span>`}`},{head:"Controls",cell:e=>e.controls.length===0?"none":e.controls.join(", ")}];function Rr({changes:e}){return x({id:"changes",title:"Changes",lead:e.length===0?"No decision about a change is among the records shown.":"Every decision in the order in which it was made: first as one list to draw a sample from, then each with what the rules answered, the records it rests on, and how to check it by hand.",body:e.length===0?null:[gr(e),...e.map(ro)]})}function ro(e){let r=e.rules.filter(({status:t})=>P(t)).length;return i`<article id="${e.anchor}" class="change">
<header>
<p class="kicker">${K(e)} <span>${y(e.decidedAt)}</span></p>
<h3>${e.title}</h3>
<p class="commit">Commit ${k(e.commit)}</p>
<p class="given">${e.facts==="given"?g("caution","facts given, not read"):g("quiet","facts read live by the run")}</p>
${e.outcome==="provisional"?i`<p class="commit">Only reviews were missing. It let the change into the merge queue and satisfies nothing: the queue judged it again.</p>`:null}
${e.error===null?null:i`<p class="error">${e.error}</p>`}
</header>
<details${r>0?" open":""}><summary>Decision: ${oe(e.rules)}</summary>
${kr(e.rules)}
<dl class="proof">
${ne("Policy",e.policy)}${ne("Input",e.input)}${ne("To be kept",e.retentionYears===null?null:f(e.retentionYears,"year"))}
</dl></details>
${e.review===null?null:vr(e.review)}
${e.environment===null?null:fr(e.environment)}
<details><summary>Evidence: ${f(e.evidence.length,"record")}</summary>
${R("Records of this change",to,e.evidence)}</details>
<details><summary>Proof: place, digest, and how to check each record by hand</summary>
<p class="note">Run these in the folder of the ledger. Each prints <code>OK</code> when the bytes are what was sealed.</p>
${e.evidence.map(t=>i`<h4>${t.kind}</h4>
      ${A(t.proof)}`)}</details>
</article>
`}var ne=(e,r)=>r===null?null:u(e,r.startsWith("sha256:")?k(r):r),to=[{head:"Kind",names:!0,cell:e=>i`<code>${e.kind}</code>`},{head:"Outcome",cell:e=>e.outcome??"not stated"},{head:"Time",cell:e=>y(e.at)},{head:"Slot",numeric:!0,cell:e=>e.proof.slot},{head:"Position",numeric:!0,cell:e=>e.proof.position},{head:"Digest",cell:e=>$(e.proof.record)}];var oo=/^[\w%+,./:=@-]+$/,ie=e=>oo.test(e)?e:`'${e.replaceAll("'",String.raw`'\''`)}'`;var V=e=>e%864e5===0?xr(e):null,z=e=>e%864e5===0?xr(e-864e5):null,xr=e=>new Date(e).toISOString().slice(0,10);function Mr({scope:e,verification:r}){return x({id:"checking",title:"Checking this page",lead:"Whoever can change this file can change what it says. It holds no script and asks no server; the ledger it names is what proves it.",body:i`<ol class="steps">
      <li>
        Verify the ledger again, with a trust file and a receipt that you were given another way:
        <pre><code>proofrail verify --ledger ${ie(e.ledger)} --trust trust.json --receipt receipt.json</code></pre>
      </li>
      <li>
        Make this page again, with the same trust file, receipts and options. The same records give the same bytes:
        <pre><code>${no(e,r)}</code></pre>
      </li>
      <li>
        <code>[text 7ceeb2f614c0, 10 bytes]</code> stands for a text of outsiders, which the ledger never keeps: the first digits
        of its SHA-256, and its length. Whoever has the text can compare.
      </li>
      <li>Check single records with <code>sha256sum</code> alone: the command stands under <em>Proof</em> of each change.</li>
    </ol>`})}function no({ledger:e,stream:r,control:t,asked:o},{trusted:n,receipts:a,again:s}){return["proofrail","report",...[["--ledger",e],...n?[["--trust","trust.json"]]:[],...Array.from({length:a},(d,c)=>["--receipt",a===1?"receipt.json":`receipt-${c+1}.json`]),...s,...r===null?[]:[["--stream",r]],...t===null?[]:[["--control",t]],...o.from===null?[]:[["--from",V(o.from)??Sr(o.from)]],...o.to===null?[]:[["--to",z(o.to)??Sr(o.to)]],["--out","again.html"]].flat().map(ie)].join(" ")}var Sr=e=>new Date(e).toISOString();function Pr(e){return`default-src 'none'; style-src 'sha256-${io("sha256").update(e).digest("base64")}'; img-src data:; base-uri 'none'; form-action 'none'`}function Or({coverage:e}){return x({id:"coverage",title:"Coverage by control",lead:e.length===0?"No rule answered for any control in the records shown.":"How often a rule answered for each control. A control that is not listed has no evidence here; a row without a failure supports its control, and no more than that.",body:e.length===0?null:R("Answers of rules, by control",ao,e)})}var ao=[{head:"Control",names:!0,cell:e=>i`<strong>${e.control}</strong>${e.title===null?null:i`<br /><span class="quiet">${e.title}</span>`}`},{head:"Rules",cell:e=>e.rules.map(r=>i`<code class="rule">${r}</code>`)},{head:"Passed",numeric:!0,cell:e=>e.passed},{head:"Failed",numeric:!0,cell:e=>e.failed},{head:"Waived",numeric:!0,cell:e=>e.waived},{head:"Unknown",numeric:!0,cell:e=>e.unknown},{head:"Not applicable",numeric:!0,cell:e=>e.notApplicable}];function Cr({deviations:e,scope:r}){return x({id:"deviations",title:"Deviations",lead:so(e,r.recordsShown),body:e.length===0?null:i`<ol class="deviations">
            ${e.map(po)}
          </ol>`})}function so(e,r){if(e.length>0){let t=e.some(({kind:o})=>o==="denied")?` ${lo}`:"";return`${f(q(e),"deviation")}, the gravest first.${t}`}return r===0?"No record was found, so no deviation could be found either. This is not a result: it says that nothing was looked at.":"None in the records shown. A period without any deviation deserves a question too: is everything recorded?"}var lo="A denial means that the control worked; it is listed because somebody should ask why.",co={verification:["bad","Verification"],bypass:["bad","Bypass"],error:["bad","Decision failed"],denied:["bad","Denied"],deployment:["bad","Deployment"],"missing-result":["caution","No result"],"exception-expired":["bad","Exception not valid"],"exception-used":["caution","Exception used"],warned:["caution","Warned only"],"unsigned-by-platform":["caution","Unsigned by the platform"],unrecognised:["caution","Not recognised"],"facts-given":["caution","Facts given, not read"]};function po(e){let[r,t]=co[e.kind];return i`<li class="${r}">
    <p class="kicker">${g(r,t)}${e.at===null?null:i` <span>${y(e.at)}</span>`}</p>
    <h3>${e.anchor===null?e.title:i`<a href="#${e.anchor}">${e.title}</a>`}</h3>
    ${e.details.length===0?null:i`<ul>
            ${e.details.map(o=>i`<li>${o}</li>`)}
          </ul>`}
    ${e.controls.length===0?null:i`<p class="controls">Touches ${e.controls.join(", ")}</p>`}
  </li> `}function Dr({images:e}){return x({id:"images",title:"Images",lead:e.length===0?"No record names an image digest.":"From what runs back to who allowed it. A link is as strong as the one who made it, so each says who did.",body:e.map(mo)})}function mo({anchor:e,digest:r,names:t,sboms:o,commits:n,deployments:a}){return i`<article id="${e}" class="image">
    <h3>${t.length===0?i`Image ${$(r)}`:t.join(", ")}</h3>
    <ol class="chain">
      ${U("Digest",k(r))}
      ${U("Bill of materials",o.length===0?H("none archived"):o.map(uo))}
      ${U("Commit",n.length===0?H("no record links this digest to a commit"):n.map(fo))}
      ${U("Deployments",a.length===0?H("none recorded"):a.map(go))}
    </ol>
  </article> `}var U=(e,r)=>i`<li>
    <span class="link">${e}</span>
    <div>${r}</div>
  </li> `,H=e=>i`<span class="absent">${e}</span>`,uo=({format:e,components:r,document:t,at:o,proof:n})=>i`<p>
      ${e}, ${r===null?"components not counted":f(r,"component")}, archived ${y(o)}
    </p>
    <details>
      <summary>Proof</summary>
      <dl class="proof">${u("Document",k(t))}</dl>
      ${A(n)}
    </details>`,fo=({commit:e,saidBy:r,change:t})=>i`<p>
    ${t===null?k(e):i`<a href="#${t}">${k(e)}</a>`}
    <span class="quiet">${r}</span>${t===null?i` ${H("no decision about this commit is shown")}`:null}
  </p>`,go=({environment:e,outcome:r,at:t,proof:o})=>i`<p>${e}: ${r}, ${y(t)}</p>
    <details>
      <summary>Proof</summary>
      ${A(o)}
    </details>`;function Er({landings:e}){return x({id:"landings",title:"Protected branch",lead:e.length===0?'No commit on a protected branch was verified in the records shown. Decisions alone do not say what was merged: "proofrail merges verify" does.':"Every commit that was looked at after it landed: its content is exactly what an allowed change gives there, or it is not.",body:e.map(yo)})}var ho={merged:["good","As allowed"],bypass:["bad","Bypass"],excepted:["caution","Bypass, excepted"],unverified:["bad","Not verified"]};function yo(e){let{anchor:r,commit:t,at:o,state:n,how:a,pullRequest:s,change:l,exception:d,pushedBy:c,facts:p,proof:m}=e;return i`<article id="${r}" class="landing">
    <p class="kicker">${g(...ho[n])} <span>${y(o)}</span></p>
    <p>${k(t)}</p>
    <p class="commit">${vo([...bo(s,l),a])}</p>
    ${d===null?null:i`<p class="commit">exception ${d}</p>`}
    <p class="commit">
      ${c===null?"it is not known who pushed it":i`pushed by ${C(c)}`}${p==="given"?i`; ${g("caution","facts given, not read")}`:null}
    </p>
    <details>
      <summary>Proof</summary>
      ${A(m)}
    </details>
  </article>`}var vo=e=>e.map((r,t)=>t===0?r:i`: ${r}`);function bo(e,r){if(e===null)return[];let t=`Pull request ${e}`;return[r===null?t:i`<a href="#${r}">${t}</a>`]}function Tr({asked:e,covered:r,recordsInLedger:t}){let n=r===null?t===0?"no record in it verifies":"no record falls in it":i`records from ${y(r.from)} to ${y(r.to)}`;return i`${wo(e)}; ${n}`}function wo({from:e,to:r}){if(e===null&&r===null)return i`The whole ledger`;let t=e===null?i`From the beginning`:i`From ${V(e)??y(e)}`;if(r===null)return i`${t} until the last record`;let o=z(r);return i`${t} until ${o===null?i`before ${y(r)}`:i`the end of ${o} UTC`}`}function Ar({scope:e,verification:r}){let t=Ro(r);return e.recordsShown>0?[t]:ko.has(r.outcome)?[t,_r(e)]:[_r(e),t]}var ko=new Set(["tampered","short","unavailable"]),$o={verified:["good","Verified","Every slot and record was read, its signature and digest checked, and its place in the chain."],consistent:["caution","Consistent only","Nothing contradicts itself, but no trust file says whose signatures count: whoever holds any key could have written all of it."],tampered:["bad","Tampered","At least one object is not what its signature or digest says. Read the deviations before anything else."],short:["bad","Not locked as asked","Nothing is altered or missing, but some objects can be removed before the days that are asked for are over. The deviations name them."],unavailable:["caution","Not fully read","Part of the ledger could not be read, so nothing can be said about that part."],"nothing-checked":["caution","Nothing checked","The ledger holds nothing to verify. That is not a good result; it is no result."]};function Ro({outcome:e,streams:r}){let[t,o,n]=$o[e];return Nr(t,o,i`<p>${n}</p>
      <ul>
        ${r.map(({stream:a,slots:s,records:l,newest:d,states:c})=>i`<li>
              Stream ${a}: ${f(l,"record")} in
              ${f(s,"slot")}${d===null?"":i`, newest ${y(d)}`}${c.length===0?"":`; ${c.join(", ")}`}
            </li>`)}
      </ul>`)}function _r({recordsInLedger:e}){return Nr("caution","Nothing to show",i`<p>${e===0?"No record of this ledger verifies, and none that does not is shown.":"No record falls into what was asked for."} That is not a good result; it is no result.</p>`)}var Nr=(e,r,t)=>i`<div class="verdict ${e}">
    <p class="word">${g(e,r)}</p>
    <div>${t}</div>
  </div>`;function qr(e){let{scope:r,verification:t}=e;return i`<header class="masthead">
    <p class="imprint">Proofrail <span>evidence report</span></p>
    <h1>${Co(e)}</h1>
    <p class="period">${Tr(r)}</p>
    ${Ar(e)} ${Eo(e)}
    <dl class="facts">
      ${u("Ledger",k(r.ledger))}
      ${u(r.streams.length===1?"Stream":"Streams",r.streams.length===0?"none":r.streams.join(", "))}
      ${u("Assurance",Do[r.assurance])}
      ${r.notRetained.length===0?null:u("Kept",r.notRetained.map(xo))}
      ${t.locked===null?null:u("Locked",t.locked)}
      ${u("Trust",t.trust)} ${u("Order",t.order)}
      ${u("Receipts",So(t))} ${u("Shown",Mo(r))}
      ${r.recordsShown===0?null:u("Facts",Po(r.facts))}
      ${r.recordsShown===0?null:u("Platform",Oo(r))}
    </dl>
    <p class="disclaimer">
      This page supports ${r.control===null?"work on the controls it names":i`work on control ${r.control}`}. It
      is the evidence of those who ran the pipeline, not an auditor's opinion, and it says nothing about what was never recorded.
    </p>
  </header> `}var xo=e=>i`<p>${g("caution","no archive")} ${e}: these records were written into an artifact of a run</p>`,So=({receipts:e})=>e===0?"none held against the ledger: only a seal would show that the end was cut off":`${f(e,"receipt")} held against the ledger`,Mo=({recordsShown:e,recordsInLedger:r})=>r===0?"nothing: no record verifies":`${e===0?"none":e.toLocaleString("en-GB")} of ${f(r,"record")} that verify`,Po=({read:e,given:r})=>`${f(e,"record rests","records rest")} on facts read live, ${f(r,"record")} on facts that were handed over`;function Oo({vouchedFor:e,recordsShown:r}){if(e===0)return i`<a href="#writers">unsigned by the platform</a>: only the signing key stands behind the records`;let t=r-e;return i`<a href="#writers">vouches for ${f(e,"record")}</a
    >${t===0?"":`; ${f(t,"record")} unsigned by the platform`}`}function Co({scope:{control:e},coverage:r}){if(e===null)return i`Changes, evidence and proof`;let t=r.find(o=>o.control===e)?.title??null;return i`Evidence for ${e}${t===null?null:i`<span class="name">${t}</span>`}`}var Do={local:"local: tamper-evident by signatures; nothing on this medium prevents deletion",locked:"locked: write-once by Object Lock in COMPLIANCE mode",versioned:"versioned: a bucket that keeps every version; no lock in COMPLIANCE mode is known",volatile:"volatile: kept in memory only"};function Eo({changes:e,deviations:r,images:t,people:o}){let[n,a,s]=["allow","provisional","deny"].map(c=>e.filter(p=>p.outcome===c).length),l=q(r),d=[[l,l===1?"deviation":"deviations"],[e.length,e.length===1?"decision":"decisions"],[n,"allowed"],[s,"denied"],...a===0?[]:[[a,"provisional"]],[t.length,t.length===1?"image":"images"],[o,o===1?"approver":"approvers"]];return i`<ul class="figures">
    ${d.map(([c,p])=>i`<li><strong>${c.toLocaleString("en-GB")}</strong> ${p}</li>`)}
  </ul>`}var ae=`
:root {
  color-scheme: light dark;
  --ground: #fbfaf6; --raised: #ffffff; --sunk: #f1efe8;
  --ink: #1d1c1a; --quiet: #5c5952; --rule: #d9d5ca; --link: #0b4f6c;
  --good: #17613a; --good-ground: #e6f2ea;
  --bad: #9c1c16; --bad-ground: #fbe9e6;
  --caution: #7a4b00; --caution-ground: #fbf0d9;
  --serif: "Iowan Old Style", "Palatino Linotype", Palatino, "Source Serif 4", Charter, Georgia, "Liberation Serif", serif;
  --sans: -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Liberation Sans", system-ui, sans-serif;
  --mono: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", "Liberation Mono", monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #14161a; --raised: #1b1e24; --sunk: #22262d;
    --ink: #e9e6df; --quiet: #a7a39a; --rule: #363b44; --link: #8cc8e6;
    --good: #7fd0a0; --good-ground: #14291e;
    --bad: #ff9f94; --bad-ground: #331a18;
    --caution: #f0c36b; --caution-ground: #2e2512;
  }
}
* { box-sizing: border-box; }
html { background: var(--ground); color: var(--ink); font: 16px/1.55 var(--sans); text-size-adjust: 100%; scroll-padding-top: 1.5rem; }
body { margin: 0 auto; max-width: 78rem; padding: 0 clamp(1rem, 4vw, 3.5rem); overflow-wrap: break-word; }
h1, h2, h3 { font-family: var(--serif); font-weight: 600; line-height: 1.2; text-wrap: balance; margin: 0; }
p, ul, ol, dl, dd { margin: 0; padding: 0; }
ul, ol { list-style: none; }
a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: .18em; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 3px; border-radius: 2px; }
code, pre { font-family: var(--mono); font-size: .86em; }
code.whole { overflow-wrap: anywhere; user-select: all; }
time { font-variant-numeric: tabular-nums; white-space: nowrap; }
.quiet, .absent { color: var(--quiet); }
.absent { font-style: italic; }
.skip { position: absolute; left: 1rem; top: -4rem; background: var(--raised); padding: .5rem 1rem; border: 2px solid var(--link); }
.skip:focus { top: 1rem; }

.masthead { padding: clamp(2rem, 6vw, 4.5rem) 0 2.5rem; border-bottom: 1px solid var(--rule); }
.imprint { font: 600 .8rem/1 var(--sans); letter-spacing: .09em; text-transform: uppercase; }
.imprint span { color: var(--quiet); font-weight: 400; }
h1 { font-size: clamp(2.1rem, 6vw, 3.6rem); letter-spacing: -.015em; margin: 1.1rem 0 .7rem; }
h1 .name { display: block; margin-top: .3rem; font-size: .5em; font-weight: 400; letter-spacing: 0; color: var(--quiet); }
.period { font: 1.1rem/1.5 var(--serif); color: var(--quiet); max-width: 46rem; }
.verdict { display: grid; gap: .35rem 1.75rem; margin: 2rem 0; padding: 1.15rem 1.4rem; border-left: 6px solid; border-radius: 0 4px 4px 0; }
.verdict .word { font: 600 1.5rem/1.25 var(--serif); }
.verdict .word .mark { padding: 0; background: none; font: inherit; letter-spacing: 0; }
.verdict + .verdict { margin-top: -1rem; }
.verdict ul { color: var(--ink); font-size: .92rem; margin-top: .35rem; }
.verdict.good { border-color: var(--good); background: var(--good-ground); }
.verdict.bad { border-color: var(--bad); background: var(--bad-ground); }
.verdict.caution { border-color: var(--caution); background: var(--caution-ground); }
.figures { display: flex; flex-wrap: wrap; gap: .8rem 2.75rem; margin: 0 0 2rem; }
.figures li { color: var(--quiet); font-size: .92rem; }
.figures strong { display: block; font: 500 2.1rem/1.1 var(--serif); color: var(--ink); font-variant-numeric: lining-nums tabular-nums; }
.facts { display: grid; gap: .5rem; }
.facts > div, .proof > div { display: grid; grid-template-columns: minmax(5.5rem, 8rem) minmax(0, 1fr); gap: 0 1.25rem; }
dt { color: var(--quiet); }
.disclaimer { margin-top: 1.75rem; max-width: 46rem; font: italic 1.02rem/1.55 var(--serif); color: var(--quiet); }

.columns { display: block; }
nav ul { display: flex; flex-wrap: wrap; gap: .35rem 1.25rem; padding: 1rem 0; border-bottom: 1px solid var(--rule); }
nav a { text-decoration: none; padding: .25rem 0; display: inline-block; }
nav a:hover { text-decoration: underline; }
main { min-width: 0; }
section { padding: 3rem 0 1rem; }
h2 { font-size: clamp(1.6rem, 4vw, 2.1rem); letter-spacing: -.01em; }
h3 { font-size: 1.25rem; overflow-wrap: anywhere; }
h4 { margin: 1.4rem 0 .4rem; font: 600 .86rem/1.4 var(--mono); }
.lead { max-width: 46rem; margin: .55rem 0 1.6rem; color: var(--quiet); }

.mark { display: inline-flex; align-items: baseline; gap: .38em; padding: .1em .6em .12em .5em; border-radius: 3px; font: 600 .82rem/1.5 var(--sans); white-space: nowrap; }
.mark.good { color: var(--good); background: var(--good-ground); }
.mark.bad { color: var(--bad); background: var(--bad-ground); }
.mark.caution { color: var(--caution); background: var(--caution-ground); }
.mark.quiet { color: var(--quiet); background: var(--sunk); }
.shape { font-family: "DejaVu Sans", "Segoe UI Symbol", "Apple Symbols", var(--sans); font-size: .9em; }
.kicker { display: flex; flex-wrap: wrap; align-items: baseline; gap: .3rem .9rem; margin-bottom: .5rem; color: var(--quiet); font-size: .9rem; }

.deviations { counter-reset: deviation; border-top: 1px solid var(--rule); }
.deviations > li { counter-increment: deviation; position: relative; padding: 1.3rem 0 1.3rem 3.4rem; border-bottom: 1px solid var(--rule); }
.deviations > li::before { content: counter(deviation); position: absolute; left: 0; top: 1.1rem; width: 2.4rem; text-align: right; font: 500 1.7rem/1.2 var(--serif); color: var(--quiet); font-variant-numeric: lining-nums tabular-nums; }
.deviations ul { margin-top: .5rem; display: grid; grid-template-columns: minmax(0, 1fr); gap: .3rem; }
.deviations ul li { padding-left: 1.1rem; position: relative; overflow-wrap: anywhere; }
.deviations ul li::before { content: "\u2013"; position: absolute; left: 0; color: var(--quiet); }
.controls { margin-top: .6rem; color: var(--quiet); font-size: .9rem; }

.change, .image, .landing { margin: 0 0 1.75rem; padding: 1.35rem clamp(1rem, 3vw, 1.75rem); background: var(--raised); border: 1px solid var(--rule); border-radius: 5px; }
.change:target, .image:target, .landing:target { border-color: var(--link); box-shadow: 0 0 0 2px var(--link); }
.commit { margin-top: .35rem; color: var(--quiet); font-size: .92rem; }
table + .change { margin-top: 1.75rem; }
.given, .error { margin-top: .6rem; }
.error { color: var(--bad); }
details { margin-top: .9rem; border-top: 1px solid var(--rule); padding-top: .75rem; }
summary { cursor: pointer; font-weight: 600; padding: .15rem 0; }
summary::marker { color: var(--quiet); }
details > details + .proof { margin-top: .9rem; border-top: 1px solid var(--rule); padding-top: .75rem; }
details > .facts { gap: .35rem; margin-top: .6rem; font-size: .92rem; }
.note { margin: .6rem 0; color: var(--quiet); font-size: .92rem; }

table { width: 100%; border-collapse: collapse; margin: .9rem 0 .4rem; font-size: .94rem; }
caption { text-align: left; color: var(--quiet); font-size: .88rem; padding-bottom: .45rem; }
thead th { text-align: left; font: 600 .78rem/1.3 var(--sans); letter-spacing: .035em; text-transform: uppercase; color: var(--quiet); border-bottom: 1.5px solid var(--ink); padding: 0 1.1rem .45rem 0; vertical-align: bottom; }
tbody th, td { text-align: left; font-weight: 400; vertical-align: top; padding: .6rem 1.1rem .6rem 0; border-bottom: 1px solid var(--rule); }
tbody tr:last-child > * { border-bottom: 0; }
th:last-child, td:last-child { padding-right: 0; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
.value { display: inline-block; min-width: 0; max-width: 100%; }
.reason { display: block; }
.reason + .reason { margin-top: .3rem; }
.rule { display: block; }
.mode { color: var(--quiet); font-size: .85rem; white-space: nowrap; }

.proof { display: grid; gap: .35rem; font-size: .92rem; margin-top: .5rem; }
pre { margin: .35rem 0; padding: .75rem .9rem; background: var(--sunk); border-radius: 3px; white-space: pre-wrap; overflow-wrap: anywhere; line-height: 1.5; }
.proof code { font-size: .8rem; }
.chain { margin-top: 1rem; }
.chain > li { display: grid; grid-template-columns: minmax(6rem, 9rem) minmax(0, 1fr); gap: .2rem 1.25rem; padding: .2rem 0 1.1rem 1.4rem; border-left: 2px solid var(--rule); position: relative; }
.chain > li::before { content: ""; position: absolute; left: -6px; top: .55rem; width: 10px; height: 10px; border-radius: 50%; background: var(--raised); border: 2px solid var(--quiet); }
.chain > li:last-child { border-left-color: transparent; padding-bottom: 0; }
.chain details { border-top: 0; padding-top: 0; margin-top: .2rem; }
.link { color: var(--quiet); }
.steps { counter-reset: step; display: grid; gap: 1.1rem; max-width: 58rem; }
.steps li { counter-increment: step; position: relative; padding-left: 2.1rem; }
.steps li::before { content: counter(step) "."; position: absolute; left: 0; font-family: var(--serif); color: var(--quiet); }
footer { margin-top: 3rem; padding: 1.5rem 0 3rem; border-top: 1px solid var(--rule); color: var(--quiet); font-size: .9rem; }

@media (min-width: 48rem) {
  .verdict { grid-template-columns: auto minmax(0, 1fr); align-items: baseline; }
}
@media (min-width: 68rem) {
  .columns { display: grid; grid-template-columns: 9.5rem minmax(0, 1fr); gap: 3.5rem; }
  nav ul { position: sticky; top: 0; flex-direction: column; border: 0; padding: 3.5rem 0 0; }
}
@media (max-width: 42rem) {
  table, tbody, caption { display: block; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  tbody tr { display: block; padding: .8rem 0; border-bottom: 1px solid var(--rule); }
  tbody tr:last-child { border-bottom: 0; }
  tbody th, tbody td { display: grid; grid-template-columns: 4.9rem minmax(0, 1fr); gap: .75rem; padding: .18rem 0; border: 0; text-align: left; }
  tbody th::before, tbody td::before { content: attr(data-label); color: var(--quiet); font-size: .86rem; padding-top: .1rem; }
  tbody .number { text-align: left; }
  code { overflow-wrap: anywhere; }
  .proof > div, .chain > li { grid-template-columns: minmax(0, 1fr); }
  .facts > div { grid-template-columns: 5.75rem minmax(0, 1fr); gap: 0 .75rem; }
  .figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(5.6rem, 1fr)); gap: .9rem .75rem; }
  .verdict { margin: 1.5rem 0; padding: 1rem 1.1rem; }
  .deviations > li { padding-left: 2.3rem; }
  .deviations > li::before { width: 1.5rem; text-align: left; }
}
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
@media print {
  :root { --ground: #fff; --raised: #fff; --sunk: #f4f4f4; --ink: #000; --quiet: #444; --rule: #bbb; --link: #000;
    --good: #17613a; --good-ground: #fff; --bad: #9c1c16; --bad-ground: #fff; --caution: #7a4b00; --caution-ground: #fff; color-scheme: light; }
  html { font-size: 10pt; }
  body { max-width: none; padding: 0; }
  nav, .skip { display: none; }
  .columns { display: block; }
  .mark { padding: 0; }
  h2, h3, summary, caption { break-after: avoid; }
  tr, .deviations > li, .proof > div { break-inside: avoid; }
  details::details-content { content-visibility: visible; display: block; height: auto; }
  a { text-decoration: none; }
}
`;function Ir({writers:e}){return x({id:"writers",title:"Who wrote the records",lead:e.length===0?"There is no record, so nobody wrote one.":"The platform signs for each record which repository, workflow and run wrote it with which key. Where it does not, only the key stands behind the record.",body:e.length===0?null:R("Records by the workflow that wrote them",_o,e)})}var To=4,_o=[{head:"Platform says",names:!0,cell:Ao},{head:"Runner",cell:({platform:e})=>"runner"in e?No(e.runner):"not known"},{head:"Signed with",cell:({signature:e})=>qo[e]},{head:"Runs",cell:({runs:e})=>Io(e)},{head:"Records",numeric:!0,cell:({records:e})=>e}];function Ao({platform:e}){switch(e.kind){case"verified":return i`${g("good","vouched for")} repository ${e.repository}, on ${e.event}<br />${k(e.workflow)}<br /><span
          class="quiet"
          >workflow at ${$(e.workflowCommit)}</span
        >`;case"countersigned":return i`${g("good","erased, countersigned")} repository ${e.repository}, on ${e.event}<br /><span
          class="quiet"
          >workflow at ${$(e.workflowCommit)}</span
        >`;case"unverified":return re(e.why);case"none":return g("caution",ee)}}var No=e=>e==="self-hosted"?g("caution","self-hosted"):e,qo={lasting:"a key of the trust file",run:"a key that lived for one run",unchecked:"not checked: no trust file"},Io=e=>e.length===0?i`<span class="absent">none named</span>`:e.length<=To?e.map(r=>i`<span class="rule">${r}</span>`):i`${e[0]??""} to ${e.at(-1)??""}, ${f(e.length,"run")}`;var Bo=new I(`<style>${ae}</style>`),jo=[["deviations","Deviations"],["changes","Changes"],["landings","Protected branch"],["images","Images"],["approvals","Approvals"],["coverage","Coverage"],["writers","Writers"],["checking","Checking"]];function Br(e){let{control:r}=e.scope;return i`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${Pr(ae)}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <link rel="icon" href="data:," />
        <title>${r===null?"Proofrail evidence report":`${r}: Proofrail evidence report`}</title>
        ${Bo}
      </head>
      <body>
        <a class="skip" href="#deviations">Skip to deviations</a>
        ${qr(e)}
        <div class="columns">
          <nav aria-label="Contents">
            <ul>
              ${jo.map(([t,o])=>i`<li><a href="#${t}">${o}</a></li>`)}
            </ul>
          </nav>
          <main>
            ${Cr(e)}${Rr(e)}${Er(e)}${Dr(e)}${ur(e)}${Or(e)}${Ir(e)}${Mr(e)}
          </main>
        </div>
        <footer><p>Made by Proofrail from signed records. It supports an audit; it does not replace one.</p></footer>
      </body>
    </html> `.text}async function jr(e,r,t){let o=[];for(let{stream:n}of r.streams){let a=new Map;for await(let s of we(e,n,{...t,onFinding:()=>{}}))a.has(s.slot)||a.set(s.slot,await Lo(e,s)),o.push({placed:s,record:Fo(s),slotDigest:a.get(s.slot)??null})}return o}async function Lo(e,{stream:r,slot:t}){let o=await e.read(ue(r,t));return o.kind==="found"?j(o.bytes):null}function Fo({statement:e,name:r}){try{return pe(e,r)}catch(t){if(!(t instanceof le))throw t;return{kind:"unrecognised",predicateType:e.predicateType,subject:e.subject}}}async function Il(e,r){let t=await ke(e,r),o=Ko(t),{store:n,retention:a,given:s}=await Ce(t,r),l=await Pe(n,s);if(await Ee(n,t.stream,l),l.outcome==="invalid")throw zo(t);let{trust:d,attachments:c}=s,p=d===void 0?{}:{trust:d,...c===void 0?{}:{attachments:c}},m=await jr(n,l,p),h={locked:a===null?null:Oe(a),again:Wo(t)},S=cr(m,l,he().manifest,o,h),D=Br(S);return Re(t.out,D),{outcome:Vo(l.outcome,S),json:{report:t.out,digest:j(D),selection:Uo(o),shown:Lr(S),verification:Ne(l,a)},text:N=>[Ae(l,a,N),"",Ho(S),"",$e(t.out)].join(`
`)}}var Wo=({attachments:e,days:r,config:t})=>[...e===void 0?[]:[["--attachments",e]],...r===void 0?[]:[["--days",String(r)]],...t===void 0?[]:[["--config",".proofrail"]]];function Ko({control:e,stream:r,from:t,to:o}){if(e!==void 0&&F(e)===null)throw se("report/unknown-control","a control such as A.8.32 or CC8.1",e,"--control",'"proofrail controls" prints those that have a rule');if(t!==void 0&&o!==void 0&&t>=o)throw se("report/period","a period that begins before it ends",`${Y(t)} to ${Y(o)}`,"--from and --to","swap the two");return{...e===void 0?{}:{control:e},...r===void 0?{}:{stream:r},...t===void 0?{}:{from:t},...o===void 0?{}:{to:o}}}var Vo=(e,{scope:r})=>r.recordsShown===0?fe(["invalid",e]):e;function zo({ledger:e}){return se("report/nothing","a ledger that holds something","nothing",e,"check the URI; a page about nothing would look like a good one")}function se(e,r,t,o,n){return new de(e,{expected:r,found:t,at:o,doThis:n})}var Y=e=>new Date(e).toISOString(),Uo=({control:e,from:r,to:t})=>({control:e??null,from:r===void 0?null:Y(r),to:t===void 0?null:Y(t)}),Lr=({scope:e,deviations:r,changes:t,images:o})=>({records:e.recordsShown,deviations:q(r),changes:t.length,images:o.length});function Ho(e){let{records:r,deviations:t,changes:o,images:n}=Lr(e);return r===0?`${e.scope.recordsInLedger===0?"no record verifies":"no record falls into what was asked for"}: the page says so, and this is not a good result`:`${E(t,"deviation")}, ${E(o,"decision")}, ${E(n,"image")} from ${E(r,"record")}`}export{Il as writeReport};
